package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why someone is reported.
public enum Reason {
    @JsonProperty("minor")
    MINOR,
    @JsonProperty("sexual")
    SEXUAL,
    @JsonProperty("intimate-image")
    INTIMATE_IMAGE,
    @JsonProperty("harassment")
    HARASSMENT,
    @JsonProperty("hate")
    HATE,
    @JsonProperty("threat")
    THREAT,
    @JsonProperty("self-harm")
    SELF_HARM,
    @JsonProperty("spam")
    SPAM,
    @JsonProperty("other")
    OTHER
}
