package chat.passerby.signaling.moderation.audit;

/// Who did something, as the audit names them.
///
/// @param name `moderator 3`, or one of the constants
public record Actor(String name) {
    /// Somebody who chats.
    public static final Actor VISITOR = new Actor("visitor");
    /// Passerby itself.
    public static final Actor SERVER = new Actor("server");
    /// Whoever may start commands on the machine.
    public static final Actor OPERATOR = new Actor("operator");

    public static Actor moderator(long id) {
        return new Actor("moderator " + id);
    }
}
