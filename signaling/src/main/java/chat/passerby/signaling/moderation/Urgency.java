package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Reason;

/// How soon somebody should look.
public enum Urgency {
    URGENT,
    USUAL;

    public static Urgency of(Reason reason) {
        return switch (reason) {
            case MINOR, THREAT, INTIMATE_IMAGE -> URGENT;
            case SEXUAL, HARASSMENT, HATE, SELF_HARM, SPAM, OTHER -> USUAL;
        };
    }
}
