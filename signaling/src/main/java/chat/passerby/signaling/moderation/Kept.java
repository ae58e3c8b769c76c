package chat.passerby.signaling.moderation;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A row of the table of what is kept: it is what the privacy page shows, and what is enforced. Immutable.
///
/// @param id      a name for it, for pages that say it in other words
/// @param what    that is kept
/// @param where   it is
/// @param purpose why
/// @param time    for how long
/// @param by      the code that deletes it
/// @param purge   deletes what is over its time from the database; `null`: it never gets there
public record Kept(
        String id,
        String what,
        String where,
        String purpose,
        String time,
        String by,
        @Nullable Purge purge) {
    /// Deletes what is over its time.
    @FunctionalInterface
    public interface Purge {
        /// @return how many rows
        int over(Handle handle, Instant now);
    }
}
