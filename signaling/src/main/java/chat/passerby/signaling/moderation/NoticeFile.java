package chat.passerby.signaling.moderation;

import org.jspecify.annotations.Nullable;

/// A notice with its words, as a moderator reads it. Immutable.
///
/// @param notice `null`, if it cannot be unlocked
/// @param answer what the moderator wrote who decided
public record NoticeFile(
        NoticeSummary summary,
        @Nullable Notice notice,
        @Nullable String answer) {}
