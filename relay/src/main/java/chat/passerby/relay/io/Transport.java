package chat.passerby.relay.io;

import chat.passerby.relay.stun.Address;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;

/// How packets come and go: as Linux likes it best, or as every JDK can.
public enum Transport {
    EPOLL,
    NIO;

    public static Transport best() {
        return Epoll.isAvailable() ? EPOLL : NIO;
    }

    /// Whether several loops can share one UDP port, each with the clients that the kernel gives it.
    public boolean sharesPorts() {
        return this == EPOLL;
    }

    public EventLoopGroup loops(int threads) {
        IoHandlerFactory handlers = switch (this) {
            case EPOLL -> EpollIoHandler.newFactory();
            case NIO -> NioIoHandler.newFactory();
        };
        return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("relay", true), handlers);
    }

    ChannelFactory<DatagramChannel> datagrams(InetAddress bound) {
        SocketProtocolFamily family =
                Address.family(bound) == Address.IPV4 ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
        return switch (this) {
            case EPOLL -> () -> new EpollDatagramChannel(family);
            case NIO -> () -> new NioDatagramChannel(family);
        };
    }

    /// Lets it receive datagrams into these.
    Bootstrap receive(Bootstrap bootstrap, Batches batches) {
        if (this == EPOLL) bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, Batches.STRIDE);
        return bootstrap.option(ChannelOption.RECVBUF_ALLOCATOR, batches);
    }

    ChannelFactory<ServerSocketChannel> connections() {
        return switch (this) {
            case EPOLL -> EpollServerSocketChannel::new;
            case NIO -> NioServerSocketChannel::new;
        };
    }
}
