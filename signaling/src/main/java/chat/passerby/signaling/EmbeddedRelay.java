package chat.passerby.signaling;

import chat.passerby.relay.Relay;
import chat.passerby.relay.RelayException;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.signaling.config.RelayRule;
import chat.passerby.signaling.config.Settings;
import chat.passerby.turn.InvalidTurnSettings;
import chat.passerby.turn.TurnServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own STUN and TURN server, run in this process with the hoster's TURN settings, and started again if it stops.
/// Any
/// thread.
final class EmbeddedRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRelay.class);

    private final RelayPlan plan;
    /// Written under the lock.
    private volatile Relay relay;

    private boolean closed;
    private String said = "";

    private EmbeddedRelay(Relay relay, RelayPlan plan) {
        this.relay = relay;
        this.plan = plan;
    }

    /// Starts it, if the settings want it; null if not, or if it cannot and need not.
    ///
    /// @throws RelayException if it cannot and must
    static @Nullable EmbeddedRelay start(Settings settings) throws RelayException, InvalidTurnSettings {
        if (!settings.relays()) return null;
        try {
            EmbeddedRelay relay = open(settings);
            LOG.info(
                    "Relaying too, at {}", String.join(", ", relay.plan.server().urls()));
            if (RelayPlan.hidden(relay.plan.relay()) && !settings.loopback())
                LOG.warn("The relay has a private address, which the internet does not reach: if visitors come from"
                        + " there, set turn.ip and turn.external-ip");
            return relay;
        } catch (RelayException e) {
            if (settings.relay() == RelayRule.ON) throw e;
            LOG.warn(
                    "No relay: {}. People whose networks let nothing through directly will not see each other, and"
                            + " nobody can choose the private path. Set relay = off if that is meant.",
                    e.getMessage());
            return null;
        }
    }

    private static EmbeddedRelay open(Settings settings) throws RelayException, InvalidTurnSettings {
        RelayPlan plan = RelayPlan.of(settings);
        return new EmbeddedRelay(Relay.start(plan.relay()), plan);
    }

    /// The TURN servers that visitors are told of: this one too, unless the hoster says where it is reached.
    static List<TurnServer> told(@Nullable EmbeddedRelay relay, Settings settings) {
        List<TurnServer> set = settings.turn().servers();
        return relay == null || settings.tellsOfOurs() ? set : with(relay.plan.server(), set);
    }

    /// Those that are tried, whether they work. This one is tried where it listens: many networks let nobody out to
    /// their own public address and in again.
    static List<TurnServer> checked(@Nullable EmbeddedRelay relay, Settings settings) {
        List<TurnServer> set = settings.turn().servers();
        return relay == null ? set : with(relay.plan.here(), set);
    }

    /// Where anybody can ask for their own address.
    static List<String> stun(@Nullable EmbeddedRelay relay, Settings settings) {
        if (relay == null) return settings.iceServers();
        String plain = relay.plan.server().urls().getFirst();
        return with(plain.replaceFirst("^turn:", "stun:"), settings.iceServers());
    }

    private static <T> List<T> with(T first, List<T> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    boolean listens() {
        return relay.listens();
    }

    /// Starts it again if it stopped, with the same secret: what is told to visitors stays good. Calls that went
    /// through
    /// it find their way back by themselves, as after any change of network.
    synchronized void mend() {
        if (closed || relay.listens()) return;
        relay.close(); // what is left of it
        try {
            relay = Relay.start(plan.relay());
            said = "";
            LOG.warn("The relay had stopped, and runs again: calls through it were cut for some seconds");
        } catch (RelayException e) {
            if (!said.equals(e.getMessage()))
                LOG.error(
                        "The relay has stopped, and cannot start again: {}. It is tried every few seconds",
                        e.getMessage());
            said = String.valueOf(e.getMessage());
        }
    }

    /// As if it had stopped by itself: for tests.
    void stop() {
        relay.close();
    }

    /// Takes credentials back: what is relayed under them ends.
    void revoke(String tag) {
        relay.revoke(tag);
    }

    /// Relayed addresses in use.
    int allocations() {
        return relay.allocations();
    }

    Map<Counter, Long> counts() {
        return relay.metrics();
    }

    @Override
    public synchronized void close() {
        closed = true;
        relay.close();
    }
}
