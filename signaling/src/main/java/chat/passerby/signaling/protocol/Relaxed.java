package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The preferences that a wait loosens, in the order in which it does.
public enum Relaxed {
    @JsonProperty("interests")
    INTERESTS,
    @JsonProperty("language")
    LANGUAGE,
    @JsonProperty("role")
    ROLE,
    @JsonProperty("partner")
    PARTNER
}
