package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// From whose deposited offer a negotiation starts, as one side sees it.
public enum Start {
    /// My deposit has been handed to the partner; its answer follows.
    @JsonProperty("mine")
    MINE,
    /// The partner's deposit came with `matched`; answer it.
    @JsonProperty("theirs")
    THEIRS,
    /// No deposit: plain perfect negotiation.
    @JsonProperty("none")
    NONE
}
