package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The two seats of a room.
public enum Side {
    @JsonProperty("a")
    A,
    @JsonProperty("b")
    B;

    public Side other() {
        return this == A ? B : A;
    }
}
