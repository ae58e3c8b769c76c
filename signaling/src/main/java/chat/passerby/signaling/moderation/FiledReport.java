package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One report as a moderator sees it: what was attached, and not who reported. Immutable.
///
/// @param lasted      how long the conversation did
/// @param lines       whose seals held
/// @param notAttached how many lines stand between the attached ones and before them, as far as their numbers tell
/// @param evidence    whether note and lines can still be read
/// @param frame       whether there is a picture of the reporter's screen
/// @param credible    whether this reporter counts: see [Credibility]
public record FiledReport(
        long id,
        Instant created,
        Reason reason,
        @Nullable String note,
        Mode mode,
        Duration lasted,
        List<Words> lines,
        int notAttached,
        Evidence evidence,
        boolean frame,
        boolean credible) {
    public FiledReport {
        lines = List.copyOf(lines);
    }

    /// A line of chat.
    ///
    /// @param reported whether the reported person said it; else it was the reporter
    /// @param line     the sender's number of it: a gap shows that lines between were not attached
    public record Words(boolean reported, int line, Instant at, String text) {
        @Override
        public String toString() {
            return "Words " + line;
        }
    }

    /// Whether what was attached can be read.
    public enum Evidence {
        READABLE,
        /// Its time was over.
        DELETED,
        /// It was stored under another key than today's `passerby.key`.
        LOCKED
    }

    /// Not the words: they belong in no log.
    @Override
    public String toString() {
        return "FiledReport " + id + " for " + reason;
    }
}
