package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far a report is.
public enum ReportState {
    /// A moderator will look at it.
    @JsonProperty("open")
    OPEN,
    @JsonProperty("decided")
    DECIDED,
    /// Nobody decided in time; what was attached is deleted.
    @JsonProperty("lapsed")
    LAPSED
}
