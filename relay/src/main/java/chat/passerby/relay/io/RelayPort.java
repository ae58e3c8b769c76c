package chat.passerby.relay.io;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import org.jspecify.annotations.Nullable;

/// The socket behind a relayed address. Confined to the event loop of its client.
final class RelayPort extends ChannelInboundHandlerAdapter {
    private final Loop loop;
    private final Caller caller;
    private @Nullable Wire wire;

    RelayPort(Loop loop, Caller caller) {
        this.loop = loop;
        this.caller = caller;
    }

    void opened(Channel channel) {
        loop.opened(channel);
        wire = new Wire(loop, channel);
    }

    /// Takes over the reference.
    boolean send(DatagramPacket packet) {
        if (wire != null) return wire.write(packet);
        packet.release();
        return false;
    }

    void close() {
        if (wire != null) wire.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket packet = (DatagramPacket) message;
        loop.dataPlane().fromPeer(caller, packet);
    }

    /// UDP tells of trouble with one packet; the next may do better.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        loop.trouble(cause);
    }
}
