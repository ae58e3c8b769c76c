package chat.passerby.relay.allocation;

/// So much a second, and no more than one second's worth (or what was said) at once. Confined to an event loop.
public final class Allowance {
    private final long perSecond;
    private final long most;
    private long left;
    private long counted;

    public Allowance(long perSecond, long most, long nowMillis) {
        this.perSecond = perSecond;
        this.most = most;
        left = most;
        counted = nowMillis;
    }

    /// Takes so much, or nothing.
    public boolean take(int amount, long nowMillis) {
        long passed = nowMillis - counted;
        if (passed > 0) {
            // Within an hour there is no overflow, and long before that it is full.
            left = Math.min(most, left + Math.min(passed, 3_600_000) * perSecond / 1_000);
            counted = nowMillis;
        }
        if (left < amount) return false;
        left -= amount;
        return true;
    }
}
