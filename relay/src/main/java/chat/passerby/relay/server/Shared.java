package chat.passerby.relay.server;

import chat.passerby.relay.allocation.Quotas;
import chat.passerby.relay.allocation.Sources;
import chat.passerby.relay.credential.Gate;
import chat.passerby.relay.metrics.Counters;
import chat.passerby.relay.peer.Hairpin;
import chat.passerby.relay.peer.PeerRules;
import chat.passerby.relay.peer.Ports;
import chat.passerby.relay.peer.RelayAddress;
import java.util.List;
import java.util.function.Supplier;

/// What all event loops have in common. Each part is for any thread.
///
/// @param peers          as they are now: the machine's own addresses change
/// @param bytesPerSecond through one allocation, each way
public record Shared(
        Gate gate,
        Quotas quotas,
        Sources strangers,
        List<RelayAddress> relays,
        Ports ports,
        Hairpin hairpin,
        Supplier<PeerRules> peers,
        Counters counters,
        int bytesPerSecond) {
    public Shared {
        relays = List.copyOf(relays);
    }
}
