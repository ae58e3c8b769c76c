package chat.passerby.signaling.ops;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether to send visitors here. Immutable.
///
/// @param draining whether the server takes no new pairs, for it is about to stop
/// @param storage  whether reports can be stored; chats go on without
public record Readiness(boolean draining, boolean storage) {
    /// A server that cannot store is degraded, and still better than none.
    @JsonProperty
    public boolean ready() {
        return !draining;
    }
}
