package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a conversation ended, as the one who stays behind is told. A report or a block looks like `left`: nobody learns
/// from here that they were reported.
public enum Parting {
    /// The partner went on or stopped.
    @JsonProperty("left")
    LEFT,
    /// The partner's connection did not come back within its grace.
    @JsonProperty("lost")
    LOST,
    /// The partner gave no sign of life after the match; you are in the line again.
    @JsonProperty("asleep")
    ASLEEP,
    /// The server ended the conversation.
    @JsonProperty("ended")
    ENDED
}
