package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What someone wishes to do: chat as equals, talk something over, or listen.
public enum Role {
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("talk")
    TALK,
    @JsonProperty("listen")
    LISTEN;

    /// Chat wishes for chat; talk and listen wish for each other.
    public boolean suits(Role other) {
        return switch (this) {
            case CHAT -> other == CHAT;
            case TALK -> other == LISTEN;
            case LISTEN -> other == TALK;
        };
    }
}
