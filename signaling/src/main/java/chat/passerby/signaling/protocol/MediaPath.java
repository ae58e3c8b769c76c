package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How one's picture and sound may travel.
public enum MediaPath {
    /// Straight where the networks allow it: the partner can learn one's IP address.
    @JsonProperty("direct")
    DIRECT,
    /// Through a relay, always: the partner learns the relay's address, and no other.
    @JsonProperty("private")
    PRIVATE
}
