package chat.passerby.relay.io;

import chat.passerby.relay.credential.Now;
import chat.passerby.relay.server.Client;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// STUN and TURN over UDP, on one loop's socket. It remembers clients that have an allocation or lately had one, and
/// nobody else. Confined to its event loop.
public final class UdpListener extends ChannelInboundHandlerAdapter {
    /// Datagrams that are read with one system call.
    private static final int AT_ONCE = 8;

    /// Asked of the kernel, which may give less: a burst of many clients is to find room.
    private static final int KERNEL_BUFFER = 4 << 20;
    /// What may wait for all clients together when the way out is full; more is dropped.
    private static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(1 << 20, 2 << 20);

    private final Loop loop;
    private final Map<InetSocketAddress, Caller> callers = new HashMap<>();
    private @Nullable Wire wire;

    private UdpListener(Loop loop) {
        this.loop = loop;
    }

    /// Listens; the future tells whether it does.
    public static ChannelFuture listen(Loop loop, Transport transport, InetSocketAddress at) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.events())
                .channelFactory(transport.datagrams(at.getAddress()))
                .option(ChannelOption.SO_RCVBUF, KERNEL_BUFFER)
                .option(ChannelOption.SO_SNDBUF, KERNEL_BUFFER)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING)
                .handler(new UdpListener(loop));
        if (transport == Transport.EPOLL) bootstrap.option(EpollChannelOption.SO_REUSEPORT, true);
        return transport.receive(bootstrap, new Batches(transport, AT_ONCE)).bind(at);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        wire = new Wire(loop, context.channel());
        loop.opened(context.channel());
        loop.sweeps(this::forgetStrangers);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        DatagramPacket packet = (DatagramPacket) message;
        @Nullable Caller known = callers.get(packet.sender());
        Caller caller = known == null ? stranger(packet.sender()) : known;
        loop.receive(caller, packet.content());
        if (known == null && !caller.client().stranger(Now.readMillis())) callers.put(packet.sender(), caller);
    }

    private Caller stranger(InetSocketAddress address) {
        if (wire == null) throw new IllegalStateException("nothing is read before it is active");
        return new Caller(new Client(address), new Line.Datagrams(wire, address));
    }

    private void forgetStrangers(long now) {
        callers.values().removeIf(caller -> caller.client().stranger(now));
    }

    /// UDP tells of trouble with one packet; the next may do better.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        loop.trouble(cause);
    }
}
