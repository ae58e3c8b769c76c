package chat.passerby.turn.check;

/// How one line of a diagnosis begins.
public enum Mark {
    GOOD("✓"),
    BAD("✗"),
    /// Could not be seen from here, or was not asked for.
    UNKNOWN("–");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    @Override
    public String toString() {
        return sign;
    }
}
