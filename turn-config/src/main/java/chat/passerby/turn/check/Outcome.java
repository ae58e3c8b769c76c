package chat.passerby.turn.check;

import chat.passerby.turn.Credentials;
import chat.passerby.turn.Login;
import org.ice4j.message.Response;

/// What came of a check.
public enum Outcome {
    WORKS("works"),
    OPEN("relays for anybody, without a password"),
    NO_NAME("has a name that does not resolve"),
    SILENT("does not answer: it is down, or a firewall drops what is sent"),
    CLOSED("is closed: nothing listens there, or a firewall refuses"),
    UNREACHABLE("cannot be reached from this machine"),
    HUNG_UP("hangs up without an answer"),
    NOT_TURN("answers, but not in the way of TURN"),
    NO_TLS("does not speak TLS as browsers do"),
    CERTIFICATE_DATE("has a certificate that is over, or not good yet"),
    CERTIFICATE_NAME("has a certificate for another name"),
    CERTIFICATE_UNTRUSTED("has a certificate that browsers do not trust; its chain may be incomplete"),
    WRONG_SECRET("refuses the password: it does not share our secret"),
    WRONG_CLOCK("refuses the password as too old: its clock is ahead of ours, or ours is wrong"),
    WRONG_PASSWORD("refuses the user name or the password"),
    FULL("has no room left: a quota is used up, or its ports"),
    REFUSED("refuses to relay");

    private static final int QUOTA_REACHED = 486;
    private static final int NO_CAPACITY = 508;

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /// What a refusal to allocate means.
    static Outcome of(Response refusal, Login login) {
        return switch (Client.error(refusal)) {
            case Client.UNAUTHORIZED -> login instanceof Credentials ? WRONG_SECRET : WRONG_PASSWORD;
            case QUOTA_REACHED, NO_CAPACITY -> FULL;
            default -> REFUSED;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
