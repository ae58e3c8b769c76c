package chat.passerby.relay.server;

import chat.passerby.relay.allocation.Allocation;
import chat.passerby.relay.stun.StunMessage;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// One 5-tuple: a client, as one of our sockets sees it. It has an allocation, or is about to, or had one lately, or is
/// a stranger. Confined to its event loop.
public final class Client {
    /// How long a request may be sent again (RFC 8489, section 6.2.1), and is answered as before.
    private static final long REPEATED_MILLIS = 40_000;

    private final InetSocketAddress address;
    private @Nullable Allocation allocation;
    private boolean opening;
    private byte[] farewell = {};
    private long left = -REPEATED_MILLIS;

    public Client(InetSocketAddress address) {
        this.address = address;
    }

    public InetSocketAddress address() {
        return address;
    }

    public @Nullable Allocation allocation() {
        return allocation;
    }

    /// Whether a socket is being opened for it.
    boolean opening() {
        return opening;
    }

    void opens() {
        opening = true;
    }

    void opened(Allocation opened) {
        opening = false;
        allocation = opened;
    }

    void failed() {
        opening = false;
    }

    /// Remembers the request that ended the allocation.
    void saidFarewell(StunMessage refresh, long nowMillis) {
        farewell = refresh.transaction();
        left = nowMillis;
    }

    boolean repeatsFarewell(StunMessage refresh) {
        return farewell.length > 0 && refresh.repeats(farewell);
    }

    /// The allocation is over.
    public void leaves() {
        allocation = null;
    }

    /// Whether there is nothing to remember.
    public boolean stranger(long nowMillis) {
        return allocation == null && !opening && nowMillis - left >= REPEATED_MILLIS;
    }
}
