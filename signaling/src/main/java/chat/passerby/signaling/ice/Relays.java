package chat.passerby.signaling.ice;

import chat.passerby.turn.TurnServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The relays that visitors are told of, and whether any works. They are told of all of them even so: what this machine
/// cannot reach, a browser perhaps can. Any thread asks; one looks.
public final class Relays {
    /// Tries a relay as a browser would.
    public interface Check {
        /// What is wrong with it, in plain words; null if it relays.
        @Nullable
        String fault(TurnServer server);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Relays.class);

    private final List<TurnServer> servers;
    private final Check check;
    /// What was last said of each.
    private final Map<TurnServer, String> faults = new LinkedHashMap<>();
    private volatile boolean work;

    /// They are taken to work until the first look: a restart should send nobody away.
    public Relays(List<TurnServer> servers, Check check) {
        this.servers = List.copyOf(servers);
        this.check = check;
        work = !servers.isEmpty();
    }

    /// Whether one of them relays.
    public boolean work() {
        return work;
    }

    /// Tries all of them, and logs what has changed. This takes seconds.
    public synchronized void look() {
        boolean worked = work;
        for (TurnServer server : servers) look(server);
        work = faults.size() < servers.size();
        if (worked && !work) LOG.warn("No TURN server works: nobody can choose the private path until one does");
        if (!worked && work) LOG.info("The private path can be chosen again");
    }

    private void look(TurnServer server) {
        String fault = check.fault(server);
        String before = fault == null ? faults.remove(server) : faults.put(server, fault);
        String name = server.urls().getFirst();
        if (fault == null && before != null) LOG.info("The TURN server {} works again", name);
        if (fault != null && !fault.equals(before))
            LOG.warn("The TURN server {} does not work: {}. Visitors are told of the others too", name, fault);
    }
}
