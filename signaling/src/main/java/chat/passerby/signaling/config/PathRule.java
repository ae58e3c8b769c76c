package chat.passerby.signaling.config;

/// Which paths the hoster leaves to visitors for their picture and sound.
public enum PathRule {
    /// Each visitor chooses.
    CHOICE,
    /// Straight where the networks allow it; nobody is promised that an address stays hidden.
    DIRECT,
    /// Always through a relay.
    PRIVATE
}
