package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Statement;
import chat.passerby.signaling.session.Secrets;
import java.time.Duration;
import java.time.Instant;

/// Writes statements of reasons. Their codes are derived from the decision's number and a key that is not in the
/// database, so that whoever is kept out can be told theirs each time, and whoever sees the database learns none.
/// Immutable; any thread.
///
/// @param window how long after a decision an appeal can be made
record Statements(Secrets secrets, Duration window) {
    Code code(DecisionId decision) {
        return Code.of(secrets.statement(decision.value()));
    }

    /// Of a decision with a measure.
    Statement of(Ruled ruled, Instant now) {
        if (ruled.measure() == null || ruled.rule() == null)
            throw new IllegalArgumentException("there is no statement of a dismissal");
        return new Statement(
                code(ruled.id()).text(),
                ruled.measure(),
                ruled.rule(),
                ruled.facts(),
                ruled.moderator() == null,
                ruled.made().toEpochMilli(),
                ruled.until() == null ? null : ruled.until().toEpochMilli(),
                ruled.appealState(now, window),
                ruled.answer(),
                ruled.made().plus(window).toEpochMilli());
    }
}
