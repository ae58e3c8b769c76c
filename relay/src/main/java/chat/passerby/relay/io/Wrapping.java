package chat.passerby.relay.io;

import chat.passerby.relay.stun.Frame;
import chat.passerby.relay.stun.Indication;
import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;

/// Writes in front of a peer's datagram what makes it a message for a client. Stateless.
final class Wrapping {
    private Wrapping() {}

    /// ChannelData (RFC 8656, section 12.4); filled up to a multiple of four where it goes over a stream.
    static void asChannel(ByteBuf datagram, int channel, boolean stream) {
        int length = datagram.readableBytes();
        int start = datagram.readerIndex() - Frame.CHANNEL_HEADER;
        datagram.readerIndex(start).setShort(start, channel).setShort(start + 2, length);
        if (stream) datagram.writeZero(Frame.padded(length) - length);
    }

    /// A Data indication (section 11.6).
    static void asIndication(ByteBuf datagram, InetSocketAddress peer) {
        int length = datagram.readableBytes();
        byte[] head = Indication.head(peer, length);
        int start = datagram.readerIndex() - head.length;
        datagram.readerIndex(start).setBytes(start, head);
        datagram.writeZero(Frame.padded(length) - length);
    }
}
