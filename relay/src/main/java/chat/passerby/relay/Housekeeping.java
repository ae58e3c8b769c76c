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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is looked at now and then, off the event loops: this machine's own addresses, which come and go. It alone
/// writes [#peers], which any thread may read.
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int EVERY_SECONDS = 5;

    private final RelaySettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("relay-housekeeping").factory());
    private Set<InetAddress> machine = Set.of();
    private volatile PeerRules peers;

    Housekeeping(RelaySettings settings) {
        this.settings = settings;
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
        Set<InetAddress> now = machine();
        if (now.equals(machine)) return;
        machine = now;
        peers = rules();
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
