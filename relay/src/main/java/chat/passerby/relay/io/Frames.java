package chat.passerby.relay.io;

import chat.passerby.relay.stun.Frame;
import chat.passerby.relay.stun.StunMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;

/// Cuts a stream into STUN messages and ChannelData (RFC 8656, section 12.5). What follows something else means
/// nothing, so the connection ends. Confined to its event loop.
final class Frames extends ByteToMessageDecoder {
    private static final int HEAD = 4;
    /// Of a whole STUN message, or of ChannelData with as much as is relayed.
    private static final int LONGEST = StunMessage.LONGEST;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.readableBytes() < HEAD) return;
        int length = length(in.getUnsignedByte(in.readerIndex()), in.getUnsignedShort(in.readerIndex() + 2));
        if (length < 0) {
            in.skipBytes(in.readableBytes());
            throw new CorruptedFrameException("neither STUN nor ChannelData, or longer than anything that is relayed");
        }
        if (in.readableBytes() >= length) out.add(in.readRetainedSlice(length));
    }

    /// Of the whole message, or -1.
    private static int length(int first, int said) {
        boolean stun = Frame.isStun(first) && said % 4 == 0;
        if (!stun && !Frame.isChannelData(first)) return -1;
        int length = stun ? StunMessage.HEADER + said : Frame.CHANNEL_HEADER + Frame.padded(said);
        return length <= LONGEST ? length : -1;
    }
}
