package chat.passerby.signaling.moderation.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the audit: ids and codes, no words. Immutable.
///
/// @param detail a code, such as the reason of a report; may be empty
public record Entry(
        Instant at,
        Actor actor,
        Action action,
        String detail,
        @Nullable Long docket,
        @Nullable Long decision) {
    /// Under which name it is counted.
    String counted() {
        return name(action, action.countsDetail() ? detail : "");
    }

    /// Under which name such entries are counted.
    public static String name(Action action, String detail) {
        return detail.isEmpty() ? action.word() : action.word() + " " + detail;
    }
}
