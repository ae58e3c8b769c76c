package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a decision does to the person it is about.
public enum Measure {
    /// They are told, and nothing else.
    @JsonProperty("warn")
    WARN,
    /// They cannot meet anybody for minutes or hours.
    @JsonProperty("cool-down")
    COOL_DOWN,
    /// They cannot meet anybody for days.
    @JsonProperty("ban")
    BAN
}
