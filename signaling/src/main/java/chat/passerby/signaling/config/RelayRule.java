package chat.passerby.signaling.config;

/// Whether the server relays by itself.
public enum RelayRule {
    /// Unless the hoster names other TURN servers; and if it cannot, people meet without.
    AUTO,
    /// In any case: if it cannot, the server does not start.
    ON,
    OFF
}
