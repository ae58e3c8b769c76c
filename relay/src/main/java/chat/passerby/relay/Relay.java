package chat.passerby.relay;

import chat.passerby.relay.allocation.Sources;
import chat.passerby.relay.credential.Gate;
import chat.passerby.relay.credential.Nonces;
import chat.passerby.relay.credential.Now;
import chat.passerby.relay.io.Loop;
import chat.passerby.relay.io.Patience;
import chat.passerby.relay.io.TcpListener;
import chat.passerby.relay.io.Transport;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.metrics.Counters;
import chat.passerby.relay.peer.Hairpin;
import chat.passerby.relay.peer.Ports;
import chat.passerby.relay.server.Doors;
import chat.passerby.relay.server.Shared;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A STUN and TURN server. It runs from [#start] to [#close] on threads of its own, and needs nobody meanwhile.
/// For any thread.
///
/// Credentials are made elsewhere, with the same secret: username `expiry:tag`, password its HMAC-SHA1.
public final class Relay implements AutoCloseable {
    private final EventLoopGroup group;
    private final List<Loop> loops;
    private final Shared shared;
    private final Listeners listeners;
    private final Housekeeping housekeeping;

    private Relay(
            EventLoopGroup group, List<Loop> loops, Shared shared, Listeners listeners, Housekeeping housekeeping) {
        this.group = group;
        this.loops = loops;
        this.shared = shared;
        this.listeners = listeners;
        this.housekeeping = housekeeping;
    }

    /// Starts, and listens when it returns.
    ///
    /// @throws RelayException if it cannot: a port is taken or not ours to take, an address is not this machine's
    public static Relay start(RelaySettings settings) throws RelayException {
        return start(settings, Transport.best());
    }

    static Relay start(RelaySettings settings, Transport transport) throws RelayException {
        RelaySettings.@Nullable Tls files = settings.listen().tls();
        @Nullable TlsFiles tls = files == null ? null : new TlsFiles(files);
        var housekeeping = new Housekeeping(settings, tls);
        Shared shared = shared(settings, housekeeping);
        EventLoopGroup group = transport.loops(settings.threads());
        List<Loop> loops = Stream.generate(group::next)
                .limit(settings.threads())
                .map(events -> new Loop(events, shared, transport))
                .toList();
        var connections = new TcpListener(group, transport, loops, patience(settings));
        var relay = new Relay(group, loops, shared, new Listeners(transport, loops, connections), housekeeping);
        try {
            relay.listeners.open(settings.listen(), tls);
        } catch (RelayException e) {
            relay.close();
            throw e;
        }
        loops.forEach(Loop::start);
        housekeeping.start();
        return relay;
    }

    private static Patience patience(RelaySettings settings) {
        var patience = settings.patience();
        return new Patience(new Doors(patience.connections(), patience.allConnections()), patience.seconds());
    }

    private static Shared shared(RelaySettings settings, Housekeeping housekeeping) {
        SecureRandom chance = new SecureRandom();
        var from = settings.from();
        var quotas = settings.quotas();
        var ports = new Ports(from.low(), from.high(), chance);
        int answers = settings.patience().answers();
        return new Shared(
                new Gate(settings.access().realm(), settings.access().secrets(), new Nonces(chance)),
                new chat.passerby.relay.allocation.Quotas(quotas.perTag(), quotas.total()),
                new Sources(answers, 5 * answers, chance),
                from.addresses(),
                ports,
                new Hairpin(from.addresses(), ports),
                housekeeping::peers,
                new Counters(),
                quotas.bytesPerSecond());
    }

    /// Where it listens over UDP and TCP.
    public List<InetSocketAddress> addresses() {
        return listeners.plain();
    }

    /// Where it listens over TLS: for each address, each port, in the order of the settings.
    public List<InetSocketAddress> encrypted() {
        return listeners.encrypted();
    }

    /// Whether all its sockets are open, and its threads run. It stops neither by itself; a machine without memory
    /// might.
    public boolean listens() {
        for (EventExecutor loop : group) if (loop.isShuttingDown()) return false;
        return listeners.listen();
    }

    /// Takes a credential back: what its tag holds ends, and it can make nothing more.
    public void revoke(String tag) {
        if (!shared.quotas().revoke(tag, Now.readMillis())) return;
        try {
            loops.forEach(loop -> loop.revoke(tag));
        } catch (RejectedExecutionException closed) {
            // and with it all that it held
        }
    }

    /// Allocations that there are now.
    public int allocations() {
        return shared.quotas().all();
    }

    /// What was counted since the start.
    public Map<Counter, Long> metrics() {
        return shared.counters().read();
    }

    /// Ends everything, and returns when the ports are free.
    @Override
    public void close() {
        housekeeping.close();
        loops.forEach(Loop::close);
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
