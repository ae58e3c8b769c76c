package chat.passerby.signaling.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody learns who holds a notice's code. Immutable.
public record NoticeOutcome(
        Instant created,
        Instant due,
        NoticeState state,
        @Nullable Instant decided,
        @Nullable String answer) {}
