package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The rule of the house that a decision names; the hoster's page of rules explains each by this name.
public enum Rule {
    /// Nobody under 18 is here.
    @JsonProperty("adults")
    ADULTS,
    /// No nudity and nothing sexual that the other did not ask for.
    @JsonProperty("nudity")
    NUDITY,
    /// No intimate pictures of somebody else, and nothing private of theirs.
    @JsonProperty("images")
    IMAGES,
    @JsonProperty("harassment")
    HARASSMENT,
    @JsonProperty("hate")
    HATE,
    @JsonProperty("threats")
    THREATS,
    /// No advertising, no fraud, no machines.
    @JsonProperty("scams")
    SCAMS,
    /// Nothing else that the law forbids.
    @JsonProperty("law")
    LAW
}
