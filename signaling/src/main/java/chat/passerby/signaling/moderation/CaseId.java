package chat.passerby.signaling.moderation;

/// A case: the reports about one browser that are decided together.
///
/// @param value counts up
public record CaseId(long value) {}
