package chat.passerby.relay.io;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// STUN and TURN over connections, encrypted or not. Each new one belongs to the loop that Netty gives it. Immutable.
public final class TcpListener {
    private static final int BACKLOG = 1_024;
    /// What may wait for a client that reads slowly; more is dropped.
    static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(64 << 10, 128 << 10);
    /// In the kernel: what waits there comes late, and in a call late is never.
    private static final int KERNEL_BUFFER = 256 << 10;

    private final EventLoopGroup group;
    private final Transport transport;
    private final List<Loop> loops;
    private final Patience patience;

    public TcpListener(EventLoopGroup group, Transport transport, List<Loop> loops, Patience patience) {
        this.group = group;
        this.transport = transport;
        this.loops = List.copyOf(loops);
        this.patience = patience;
    }

    /// Listens; the future tells whether it does.
    ///
    /// @param tls what each new connection is encrypted with, or null for none
    public ChannelFuture listen(InetSocketAddress at, @Nullable Supplier<SslContext> tls) {
        return new ServerBootstrap()
                .group(group)
                .channelFactory(transport.connections())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_SNDBUF, KERNEL_BUFFER)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connected(channel, tls);
                    }
                })
                .bind(at)
                .addListener((ChannelFuture bound) -> loops.getFirst().opened(bound.channel()));
    }

    private void connected(SocketChannel channel, @Nullable Supplier<SslContext> tls) {
        if (tls != null) {
            SslHandler handler = tls.get().newHandler(channel.alloc());
            handler.setHandshakeTimeoutMillis(0); // a connection without an allocation is cut off anyway
            handler.setWrapDataSize(0); // a record for each message: there are clients that take a record for one
            channel.pipeline().addLast(handler);
        }
        channel.pipeline().addLast(new Frames(), new TcpConnection(loop(channel), patience));
    }

    private Loop loop(Channel channel) {
        for (Loop loop : loops) if (loop.events().equals(channel.eventLoop())) return loop;
        throw new IllegalStateException("each event loop has one");
    }
}
