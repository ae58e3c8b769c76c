package chat.passerby.signaling.lobby;

/// Carries out what the lobby decides, on the lobby's thread: it must neither wait nor throw.
public interface Effects {
    void perform(Effect effect);
}
