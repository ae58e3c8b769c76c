package chat.passerby.relay;

import chat.passerby.relay.peer.PeerRules;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is looked at now and then, off the event loops: this machine's own addresses, which come and go, and the
/// certificate. It alone writes [#peers], which any thread may read.
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int EVERY_SECONDS = 5;

    private final RelaySettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("relay-housekeeping").factory());
    private final @Nullable TlsFiles tls;
    private Set<InetAddress> machine = Set.of();
    private volatile PeerRules peers;

    /// @param tls the files to look at, if there are any
    Housekeeping(RelaySettings settings, @Nullable TlsFiles tls) {
        this.settings = settings;
        this.tls = tls;
        machine = machine();
        peers = rules();
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    PeerRules peers() {
        return peers;
    }

    private void look() {
        try {
            if (tls != null) tls.look();
            machine = machine();
            peers = rules();
        } catch (RuntimeException bug) {
            LOG.error("The relay's housekeeping failed", bug); // and is done again all the same
        }
    }

    private PeerRules rules() {
        var peers = settings.peers();
        return new PeerRules(peers.allowed(), peers.denied(), settings.from().addresses(), machine);
    }

    private Set<InetAddress> machine() {
        var addresses = new HashSet<InetAddress>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces()))
                addresses.addAll(Collections.list(one.getInetAddresses()));
            return addresses;
        } catch (SocketException e) {
            LOG.warn("The addresses of this machine cannot be read: {}", e.getMessage());
            return machine;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
