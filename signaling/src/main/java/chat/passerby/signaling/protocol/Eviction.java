package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why the server sends somebody away.
public enum Eviction {
    /// A moderator's decision.
    @JsonProperty("moderation")
    MODERATION,
    /// The hoster closed the service.
    @JsonProperty("closing")
    CLOSING
}
