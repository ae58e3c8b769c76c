package chat.passerby.relay;

import chat.passerby.relay.RelaySettings.Listen;
import chat.passerby.relay.io.Loop;
import chat.passerby.relay.io.TcpListener;
import chat.passerby.relay.io.Transport;
import chat.passerby.relay.io.UdpListener;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All sockets that clients come to. Confined to the thread that starts the relay; read by any afterwards.
final class Listeners {
    private static final int FIRST_FREE = 1_024;
    private static final int TRIES = 20;

    private final Transport transport;
    private final List<Loop> loops;
    private final TcpListener connections;
    private final List<Channel> sockets = new CopyOnWriteArrayList<>();
    private final List<InetSocketAddress> plain = new ArrayList<>();
    private final List<InetSocketAddress> encrypted = new ArrayList<>();

    Listeners(Transport transport, List<Loop> loops, TcpListener connections) {
        this.transport = transport;
        this.loops = loops;
        this.connections = connections;
    }

    void open(Listen listen, @Nullable TlsFiles tls) throws RelayException {
        for (InetAddress address : listen.addresses()) {
            InetSocketAddress at = udp(address, listen.port());
            tcp(at, null);
            plain.add(at);
            if (tls == null) continue;
            for (int port : listen.tlsPorts()) encrypted.add(tcp(new InetSocketAddress(address, port), tls::context));
        }
    }

    /// Whether none has been closed.
    boolean listen() {
        return sockets.stream().allMatch(Channel::isOpen);
    }

    List<InetSocketAddress> plain() {
        return List.copyOf(plain);
    }

    List<InetSocketAddress> encrypted() {
        return List.copyOf(encrypted);
    }

    private InetSocketAddress tcp(InetSocketAddress at, @Nullable Supplier<SslContext> tls) throws RelayException {
        return (InetSocketAddress) bound("TCP", at, connections.listen(at, tls)).localAddress();
    }

    /// One socket a loop, where several can share a port.
    private InetSocketAddress udp(InetAddress address, int port) throws RelayException {
        InetSocketAddress at = free(new InetSocketAddress(address, port));
        for (Loop loop : transport.sharesPorts() ? loops : loops.subList(0, 1))
            bound("UDP", at, UdpListener.listen(loop, transport, at));
        return at;
    }

    /// Sockets that share a port would share it with another program's, too: this one does not. Any port is one that is
    /// free for TCP as well.
    private static InetSocketAddress free(InetSocketAddress at) throws RelayException {
        for (int tries = TRIES; ; tries--)
            try (var socket = new DatagramSocket(null)) {
                socket.setReuseAddress(false);
                socket.bind(at);
                int port = socket.getLocalPort();
                if (at.getPort() == port || tries == 0 || freeForTcp(at.getAddress(), port))
                    return new InetSocketAddress(at.getAddress(), port);
            } catch (SocketException e) {
                throw cannot("UDP", at, e);
            }
    }

    private static boolean freeForTcp(InetAddress address, int port) {
        try (var socket = new ServerSocket(port, 1, address)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private Channel bound(String what, InetSocketAddress at, ChannelFuture future) throws RelayException {
        @Nullable Throwable cause = future.awaitUninterruptibly().cause();
        if (cause != null) throw cannot(what, at, cause);
        sockets.add(future.channel());
        return future.channel();
    }

    private static RelayException cannot(String what, InetSocketAddress at, Throwable cause) {
        String where =
                "%s port %d of %s".formatted(what, at.getPort(), at.getAddress().getHostAddress());
        String words = String.valueOf(cause.getMessage());
        if (cause instanceof IOException && words.contains("ermission"))
            return new RelayException(
                    where + " needs a right that this process has not"
                            + (at.getPort() < FIRST_FREE ? ": CAP_NET_BIND_SERVICE, or another port" : ""),
                    cause);
        if (words.contains("in use"))
            return new RelayException(where + " is taken: stop what listens there, or choose another", cause);
        if (words.contains("assign"))
            return new RelayException(where + " cannot be had: the address is not this machine's", cause);
        return new RelayException(where + " cannot be had: " + words, cause);
    }
}
