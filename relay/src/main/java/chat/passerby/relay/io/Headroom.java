package chat.passerby.relay.io;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/// Buffers that peers' datagrams are received into, with room in front of each for the header that its client gets, and
/// behind for what fills it up: nothing is copied on the way. The room in front of one is behind the one before, whose
/// last bytes no datagram that is relayed reaches. Confined to an event loop, all of whose relayed addresses share one.
final class Headroom extends Batches {
    /// A STUN header, XOR-PEER-ADDRESS with an address of IPv6, and the head of DATA.
    static final int FRONT = 20 + 24 + 4;
    /// The longest datagram that is relayed, a multiple of four; the usual networks carry 1,500 bytes.
    static final int LONGEST = 1_996;

    private static final int AT_ONCE = 4;

    private ByteBuf last = Unpooled.EMPTY_BUFFER;
    /// Where the next datagram in it begins.
    private int next;

    Headroom(Transport transport) {
        super(transport, AT_ONCE);
    }

    @Override
    ByteBuf buffer(ByteBufAllocator allocator) {
        last = allocator.ioBuffer(FRONT + length());
        next = FRONT;
        return last.slice(FRONT, length()).clear();
    }

    /// The buffer that holds the next datagram of those received last, its room included; takes over the reference. To
    /// be asked for each, in their order.
    ByteBuf around(ByteBuf datagram) {
        ByteBuf whole = last.retainedDuplicate().setIndex(next, next + datagram.readableBytes());
        next += STRIDE;
        datagram.release();
        return whole;
    }
}
