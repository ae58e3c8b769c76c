package chat.passerby.signaling.ice;

import chat.passerby.turn.TurnServer;
import chat.passerby.turn.check.Finding;
import chat.passerby.turn.check.Outcome;
import chat.passerby.turn.check.RelayHealth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The relays that visitors are told of, and whether any works. They are told of all of them even so: what this machine
/// cannot reach, a browser perhaps can. Any thread asks; one looks.
public final class Relays {
    /// Tries relays as a browser would.
    public interface Check {
        /// Waits for the network, for seconds at most.
        List<RelayHealth> of(List<TurnServer> servers) throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Relays.class);

    private final List<TurnServer> servers;
    private final Check check;
    /// What each address was like when last looked at.
    private final Map<String, Outcome> before = new HashMap<>();
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
    public synchronized void look() throws InterruptedException {
        if (servers.isEmpty()) return;
        boolean worked = work;
        List<RelayHealth> found = check.of(servers);
        // A packet or two may have been lost, and all who hide would be sent back to the mirror.
        if (worked && !anyWorks(found)) found = check.of(servers);
        found.stream().flatMap(health -> health.findings().stream()).forEach(this::tell);
        work = anyWorks(found);
        if (worked && !work) LOG.warn("No TURN server works: the private path is not offered until one does");
        if (!worked && work) LOG.info("A TURN server works: the private path can be chosen again");
    }

    private static boolean anyWorks(List<RelayHealth> found) {
        return found.stream().anyMatch(RelayHealth::works);
    }

    private void tell(Finding finding) {
        if (before.put(finding.url(), finding.outcome()) == finding.outcome()) return;
        if (finding.outcome() == Outcome.WORKS) LOG.info("TURN: {}", finding);
        else LOG.warn("TURN: {}; visitors are told of it all the same, and of all others", finding);
    }
}
