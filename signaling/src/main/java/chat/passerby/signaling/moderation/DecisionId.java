package chat.passerby.signaling.moderation;

/// A decision of a moderator, or an automatic one.
///
/// @param value counts up
public record DecisionId(long value) {}
