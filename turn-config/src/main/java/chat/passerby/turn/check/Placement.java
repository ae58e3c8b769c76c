package chat.passerby.turn.check;

import chat.passerby.turn.TurnSettings;
import chat.passerby.turn.TurnSettings.Ports;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A relayed address: whether peers can find it. Immutable.
///
/// @param server where we reached the server
/// @param ours   the settings that it should follow; null if somebody else's
record Placement(
        InetSocketAddress relayed,
        InetAddress server,
        @Nullable TurnSettings ours) {
    /// What is wrong with it, if anything.
    Optional<Advice> trouble() {
        if (Addresses.inside(relayed.getAddress()) && !Addresses.inside(server)) return Optional.of(hidden());
        if (ours == null || has(ours.place().relayPorts())) return Optional.empty();
        Ports range = ours.place().relayPorts();
        return Optional.of(new Advice(
                "That is not in turn.relay-ports (%d-%d).".formatted(range.low(), range.high()),
                "Then " + Advice.PRINT_ANEW));
    }

    private boolean has(Ports range) {
        return range.low() <= relayed.getPort() && relayed.getPort() <= range.high();
    }

    /// As behind a 1:1 NAT that it knows nothing of.
    private Advice hidden() {
        String means = "Nobody on the internet reaches that address.";
        if (ours == null) return Advice.theirs(means);
        String own = Addresses.text(relayed.getAddress());
        String change = "Set turn.ip = %s and turn.external-ip = %s; then %s"
                .formatted(own, Addresses.text(server), Advice.PRINT_ANEW);
        return new Advice(means, change);
    }
}
