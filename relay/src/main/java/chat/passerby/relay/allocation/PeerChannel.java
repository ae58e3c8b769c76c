package chat.passerby.relay.allocation;

import java.net.InetSocketAddress;

/// A number that stands for a peer (RFC 8656, section 12). Confined to an event loop.
public final class PeerChannel {
    /// Section 12: ten minutes.
    static final long MILLIS = 600_000;

    private final int number;
    private final InetSocketAddress peer;
    private final Permission permission;
    private long until;

    PeerChannel(int number, InetSocketAddress peer, Permission permission) {
        this.number = number;
        this.peer = peer;
        this.permission = permission;
    }

    public int number() {
        return number;
    }

    public InetSocketAddress peer() {
        return peer;
    }

    void refresh(long nowMillis) {
        until = nowMillis + MILLIS;
    }

    boolean bound(long nowMillis) {
        return nowMillis < until;
    }

    /// Bound, and permitted: the permission ends earlier, and is refreshed by itself.
    boolean open(long nowMillis) {
        return bound(nowMillis) && permission.live(nowMillis);
    }
}
