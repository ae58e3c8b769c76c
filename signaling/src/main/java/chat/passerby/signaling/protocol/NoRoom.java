package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why there is no room to come back to.
public enum NoRoom {
    /// The partner left while you were away.
    @JsonProperty("left")
    LEFT,
    /// You gave no sign of life after a match, so the partner was given back to the line.
    @JsonProperty("asleep")
    ASLEEP,
    /// The room of the ticket has ended, or the two may not meet any more.
    @JsonProperty("ended")
    ENDED,
    /// The room ticket is older than five minutes.
    @JsonProperty("expired")
    EXPIRED,
    /// The room ticket was used already.
    @JsonProperty("used")
    USED,
    /// The room ticket is not one of ours, or not for this token.
    @JsonProperty("invalid")
    INVALID
}
