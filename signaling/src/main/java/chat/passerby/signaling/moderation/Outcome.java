package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Measure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a report, as its reporter may know it. Immutable.
///
/// @param decided  when
/// @param measure  what was decided; `null`: nothing was done, or nothing is decided
/// @param reversed whether that was taken back on appeal
public record Outcome(
        State state,
        Instant reported,
        @Nullable Instant decided,
        @Nullable Measure measure,
        boolean reversed) {
    /// How far it is.
    public enum State {
        OPEN,
        DECIDED,
        /// Nobody decided in time: what was attached is deleted.
        LAPSED
    }
}
