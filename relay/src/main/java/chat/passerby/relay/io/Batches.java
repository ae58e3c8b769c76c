package chat.passerby.relay.io;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;

/// Buffers that datagrams are received into, several with one system call where the system can. A call that brings
/// fewer
/// than it could has found no more, and is the last of its turn; Netty by itself would ask once again, and half of all
/// calls would find nothing. What comes meanwhile is told of again, for sockets here are level-triggered. Confined to
/// an event loop.
class Batches extends DefaultMaxMessagesRecvByteBufAllocator {
    /// From the beginning of one datagram to that of the next.
    static final int STRIDE = 2_048;

    private static final int TURNS = 16;

    private final int atOnce;

    Batches(Transport transport, int atOnce) {
        // The JDK reads one with each call, and Netty hands over what it has read only when it has read them all.
        this.atOnce = switch (transport) {
            case EPOLL -> atOnce;
            case NIO -> 1;
        };
        maxMessagesPerRead(transport == Transport.NIO ? 1 : TURNS * atOnce);
    }

    /// Bytes of the datagrams of one call.
    final int length() {
        return atOnce * STRIDE;
    }

    /// An empty buffer with so much room.
    ByteBuf buffer(ByteBufAllocator allocator) {
        return allocator.ioBuffer(length());
    }

    @Override
    public final MaxMessageHandle newHandle() {
        return new MaxMessageHandle() {
            @Override
            public int guess() {
                return length();
            }

            @Override
            public ByteBuf allocate(ByteBufAllocator allocator) {
                return buffer(allocator);
            }

            @Override
            public boolean continueReading(UncheckedBooleanSupplier whateverMayBeThere) {
                return lastBytesRead() == attemptedBytesRead() && super.continueReading(whateverMayBeThere);
            }
        };
    }
}
