package chat.passerby.turn.check;

/// What the check of one address found. Immutable; it names no visitor and no secret.
///
/// @param url   as visitors are told it
/// @param error the TURN server's own number for a refusal (RFC 8656, section 19), else 0
public record Finding(String url, Outcome outcome, int error) {
    /// Whether a visitor with a password is served.
    public boolean works() {
        return outcome == Outcome.WORKS || outcome == Outcome.OPEN;
    }

    @Override
    public String toString() {
        return url + " " + outcome + (error == 0 ? "" : " (error " + error + ")");
    }
}
