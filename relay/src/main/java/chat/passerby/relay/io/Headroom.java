package chat.passerby.relay.io;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/// Buffers that peers' datagrams are received into, with room in front for the header that their client gets, and
/// behind for what fills it up: nothing is copied on the way. Confined to an event loop, all of whose relayed addresses
/// share one.
final class Headroom extends DefaultMaxMessagesRecvByteBufAllocator {
    /// A STUN header, XOR-PEER-ADDRESS with an address of IPv6, and the head of DATA.
    static final int FRONT = 20 + 24 + 4;
    /// The longest datagram that is relayed; the usual networks carry 1,500 bytes.
    static final int LONGEST = 1_996;

    /// Filled to a multiple of four at the end.
    private static final int BUFFER = FRONT + LONGEST + 4;
    /// One more than is relayed: what fills it was longer.
    private static final int RECEIVED = LONGEST + 1;

    private ByteBuf last = Unpooled.EMPTY_BUFFER;

    Headroom(Transport transport) {
        super(
                switch (transport) {
                    case EPOLL -> 16;
                    // It hands over what it has read only when it has read them all, and there is one last buffer.
                    case NIO -> 1;
                });
    }

    @Override
    public MaxMessageHandle newHandle() {
        return new MaxMessageHandle() {
            @Override
            public int guess() {
                return RECEIVED;
            }

            @Override
            public ByteBuf allocate(ByteBufAllocator allocator) {
                last = allocator.ioBuffer(BUFFER);
                return last.slice(FRONT, RECEIVED).clear();
            }
        };
    }

    /// The buffer that holds the datagram received last, its room included; takes over the reference.
    ByteBuf around(ByteBuf datagram) {
        ByteBuf whole = last.retain().setIndex(FRONT, FRONT + datagram.readableBytes());
        datagram.release();
        return whole;
    }
}
