package chat.passerby.signaling.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far a notice has come.
public enum NoticeState {
    /// Nobody has decided yet.
    @JsonProperty("open")
    OPEN,
    /// Something was done about it.
    @JsonProperty("acted")
    ACTED,
    /// Nothing could or had to be done.
    @JsonProperty("refused")
    REFUSED
}
