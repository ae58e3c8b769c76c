package chat.passerby.signaling.ops;

import chat.passerby.signaling.ice.RelayState;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Whether to send visitors here. Immutable.
///
/// @param draining whether the server takes no new pairs, for it is about to stop
/// @param storage  whether reports can be stored; chats go on without
/// @param relay    whether a TURN server works; where none is set up, it is false
/// @param relays   each address that visitors are told, as this machine found it last
public record Readiness(boolean draining, boolean storage, boolean relay, List<RelayState> relays) {
    public Readiness {
        relays = List.copyOf(relays);
    }

    /// A server that cannot store or relay is degraded, and still better than none.
    @JsonProperty
    public boolean ready() {
        return !draining;
    }
}
