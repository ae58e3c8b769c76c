package chat.passerby.relay.io;

import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.server.Client;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// One client's connection, encrypted or not; its allocation ends with it. Who neither allocates nor reads is cut off:
/// what waits for a slow reader is bounded, the rest is dropped, and a call that stands still is no call. Confined to
/// its event loop.
final class TcpConnection extends ChannelInboundHandlerAdapter {
    private final Loop loop;
    private final Patience patience;
    private final LongConsumer look = this::look;
    private @Nullable Caller caller;
    private boolean counted;
    /// Seconds without an allocation, and seconds in which nothing was read.
    private int strange;

    private int stuck;

    TcpConnection(Loop loop, Patience patience) {
        this.loop = loop;
        this.patience = patience;
    }

    private static InetAddress source(ChannelHandlerContext context) {
        return ((InetSocketAddress) context.channel().remoteAddress()).getAddress();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel channel = context.channel();
        if (!(channel.remoteAddress() instanceof InetSocketAddress address)
                || !patience.doors().enter(address.getAddress())) {
            loop.shared().counters().count(Counter.CONNECTIONS_REFUSED);
            var _ = channel.close();
            return;
        }
        counted = true;
        loop.opened(channel);
        caller = new Caller(new Client(address), new Line.Stream(new Wire(loop, channel)));
        channel.closeFuture().addListener(_ -> closed(address.getAddress()));
        loop.sweeps(look);
    }

    private void closed(InetAddress source) {
        loop.sweepsNoMore(look);
        if (counted) patience.doors().leave(source);
        counted = false;
        if (caller == null) return;
        caller.goes();
        loop.end(caller);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf frame = (ByteBuf) message;
        if (caller == null) {
            frame.release();
            return;
        }
        loop.receive(caller, frame);
        count(source(context));
    }

    /// Whoever has an allocation counts in its quota instead.
    private void count(InetAddress source) {
        boolean stranger = caller == null || caller.client().allocation() == null;
        if (stranger == counted) return;
        if (stranger) patience.doors().enterAgain(source);
        else patience.doors().leave(source);
        counted = stranger;
    }

    /// Once a second.
    private void look(long now) {
        if (caller == null || !(caller.line() instanceof Line.Stream(Wire wire))) return;
        Channel channel = wire.channel();
        if (channel.remoteAddress() instanceof InetSocketAddress address) count(address.getAddress());
        strange = counted ? strange + 1 : 0;
        stuck = channel.isWritable() ? 0 : stuck + 1;
        if (strange <= patience.seconds() && stuck <= patience.seconds()) return;
        loop.shared().counters().count(Counter.CONNECTIONS_CUT);
        wire.close();
    }

    /// What is neither STUN nor ChannelData, no TLS, or a connection that broke.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException) loop.shared().counters().count(Counter.MALFORMED);
        else loop.trouble(cause);
        var _ = context.close();
    }
}
