package chat.passerby.signaling.protocol;

import org.jspecify.annotations.Nullable;

/// A statement of reasons: what was decided about you, why, and what you can do about it. Times are milliseconds since
/// 1970.
///
/// @param code        with which it can be read again, and appealed against
/// @param facts       what happened, in the moderator's words
/// @param automatic   whether no person decided
/// @param until       when the measure ends; absent for a warning
/// @param answer      the words of whoever decided on the appeal, or took the decision back
/// @param appealUntil until when an appeal can be made
public record Statement(
        String code,
        Measure measure,
        Rule rule,
        String facts,
        boolean automatic,
        long decided,
        @Nullable Long until,
        AppealState appeal,
        @Nullable String answer,
        long appealUntil) {
    /// Neither code nor words: they belong in no log.
    @Override
    public String toString() {
        return "Statement of " + measure + " for " + rule;
    }
}
