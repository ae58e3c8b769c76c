package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What has become of the right to appeal against a decision.
public enum AppealState {
    /// It can be made.
    @JsonProperty("open")
    OPEN,
    /// It was made, and waits for a moderator.
    @JsonProperty("made")
    MADE,
    /// The decision stands.
    @JsonProperty("upheld")
    UPHELD,
    /// The decision was taken back.
    @JsonProperty("reversed")
    REVERSED,
    /// None was made in time.
    @JsonProperty("over")
    OVER
}
