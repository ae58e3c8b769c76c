package chat.passerby.signaling.moderation;

/// A moderator. The number stays when the moderator goes, and is nobody else's after.
///
/// @param value counts up
public record ModeratorId(long value) {}
