package chat.passerby.signaling.moderation;

import java.time.Instant;

/// A notice in the queue, without its words. Immutable.
///
/// @param due when the law's 48 hours are over
public record NoticeSummary(NoticeId id, Instant created, Instant due, NoticeState state) {}
