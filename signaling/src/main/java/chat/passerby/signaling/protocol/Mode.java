package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What two people meet for. Never relaxed: a text visitor is not asked for a camera, ever.
public enum Mode {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("video")
    VIDEO
}
