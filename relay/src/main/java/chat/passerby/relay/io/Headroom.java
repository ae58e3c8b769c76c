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

    private static final int BUFFER = 2_048;
    private static final int DATAGRAMS_PER_TURN = 16;

    private ByteBuf last = Unpooled.EMPTY_BUFFER;

    Headroom() {
        super(DATAGRAMS_PER_TURN);
    }

    @Override
    public MaxMessageHandle newHandle() {
        return new MaxMessageHandle() {
            @Override
            public int guess() {
                return BUFFER;
            }

            @Override
            public ByteBuf allocate(ByteBufAllocator allocator) {
                last = allocator.ioBuffer(BUFFER).setIndex(FRONT, FRONT);
                return last;
            }
        };
    }

    /// The buffer that holds this datagram, its room included; takes over the reference. The JDK's channels hand out
    /// the buffer itself, and those of epoll a part of the one that was received into last.
    ByteBuf around(ByteBuf datagram) {
        if (datagram.readerIndex() >= FRONT) return datagram;
        ByteBuf whole = last.retain().setIndex(FRONT, FRONT + datagram.readableBytes());
        datagram.release();
        return whole;
    }
}
