package chat.passerby.relay.allocation;

/// That a peer's address may be heard (RFC 8656, section 9). Confined to an event loop.
public final class Permission {
    /// Section 9: five minutes, whatever is asked.
    static final long MILLIS = 300_000;

    private long until;

    void refresh(long nowMillis) {
        until = nowMillis + MILLIS;
    }

    boolean live(long nowMillis) {
        return nowMillis < until;
    }
}
