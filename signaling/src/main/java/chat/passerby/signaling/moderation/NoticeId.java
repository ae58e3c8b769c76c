package chat.passerby.signaling.moderation;

/// A notice.
///
/// @param value counts up
public record NoticeId(long value) {}
