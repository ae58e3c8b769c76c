package chat.passerby.signaling.ice;

import chat.passerby.turn.TurnServer;
import chat.passerby.turn.check.Finding;
import chat.passerby.turn.check.Outcome;
import chat.passerby.turn.check.RelayHealth;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final LongSupplier time;
    /// What each address was like when last looked at.
    private volatile List<RelayState> states = List.of();
    private volatile boolean work;

    /// They are taken to work until the first look: a restart should send nobody away.
    ///
    /// @param time milliseconds since 1970
    public Relays(List<TurnServer> servers, Check check, LongSupplier time) {
        this.servers = List.copyOf(servers);
        this.check = check;
        this.time = time;
        work = !servers.isEmpty();
    }

    /// Whether one of them relays.
    public boolean work() {
        return work;
    }

    /// How each address was at the last look, in the order of the servers; none before the first.
    public List<RelayState> states() {
        return states;
    }

    /// Tries all of them, and logs what has changed. This takes seconds.
    public synchronized void look() throws InterruptedException {
        if (servers.isEmpty()) return;
        boolean worked = work;
        List<RelayHealth> found = check.of(servers);
        // A packet or two may have been lost, and all who hide would be sent back to the mirror.
        if (worked && !anyWorks(found)) found = check.of(servers);
        note(found);
        work = anyWorks(found);
        if (worked && !work) LOG.warn("No TURN server works: the private path is not offered until one does");
        if (!worked && work) LOG.info("A TURN server works: the private path can be chosen again");
    }

    private static boolean anyWorks(List<RelayHealth> found) {
        return found.stream().anyMatch(RelayHealth::works);
    }

    private void note(List<RelayHealth> found) {
        Instant now = Instant.ofEpochMilli(time.getAsLong());
        // An address of two servers is one address: it works if either does.
        Collection<Finding> findings = found.stream()
                .flatMap(health -> health.findings().stream())
                .collect(Collectors.toMap(
                        Finding::url,
                        Function.identity(),
                        (one, other) -> one.works() ? one : other,
                        LinkedHashMap::new))
                .values();
        Map<String, RelayState> before =
                states.stream().collect(Collectors.toMap(RelayState::url, Function.identity()));
        states = findings.stream()
                .map(finding -> RelayState.of(finding, before.get(finding.url()), now))
                .toList();
        for (Finding finding : findings) {
            @Nullable RelayState known = before.get(finding.url());
            if (known == null || !known.same(finding)) tell(finding);
        }
    }

    private static void tell(Finding finding) {
        if (finding.outcome() == Outcome.WORKS) LOG.info("TURN: {}", finding);
        else LOG.warn("TURN: {}; visitors are told of it all the same, and of all others", finding);
    }
}
