package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why the server sends somebody away.
public enum Eviction {
    /// A moderator's decision.
    @JsonProperty("moderation")
    MODERATION,
    /// Somebody on this network was banned with all of it; nobody says that it was this visitor, and nobody else's
    /// reasons are told.
    @JsonProperty("network")
    NETWORK,
    /// The hoster closed the service.
    @JsonProperty("closing")
    CLOSING
}
