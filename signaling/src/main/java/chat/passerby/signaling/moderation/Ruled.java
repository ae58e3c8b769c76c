package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.AppealState;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Rule;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A decision as it lies in the database, and what became of it. Immutable.
///
/// @param network   shut out too; `null`: the browser alone
/// @param moderator `null`: automatic
/// @param measure   `null`: the reports were dismissed
/// @param lifted    when it was taken back
/// @param why       the words with which it was
record Ruled(
        DecisionId id,
        CaseId docket,
        BrowserId browser,
        @Nullable NetworkId network,
        Instant made,
        @Nullable ModeratorId moderator,
        @Nullable Measure measure,
        @Nullable Rule rule,
        @Nullable Instant until,
        String facts,
        boolean noted,
        @Nullable Instant lifted,
        @Nullable String why,
        @Nullable Appeal appeal) {

    /// @param text     what the person wrote
    /// @param decided  `null`: it waits
    /// @param words    the answer
    record Appeal(
            Instant made,
            String text,
            @Nullable Instant decided,
            boolean reversed,
            @Nullable String words) {
        @Override
        public String toString() {
            return "Appeal of " + made;
        }
    }

    /// Whether it keeps the person out.
    boolean shutsOut(Instant now) {
        return lifted == null && until != null && now.isBefore(until);
    }

    /// Whether it is a warning that the person has not read.
    boolean warns() {
        return measure == Measure.WARN && lifted == null && !noted;
    }

    /// @param window how long after the decision an appeal can be made
    AppealState appealState(Instant now, Duration window) {
        if (lifted != null) return AppealState.REVERSED;
        if (appeal == null) return now.isBefore(made.plus(window)) ? AppealState.OPEN : AppealState.OVER;
        if (appeal.decided == null) return AppealState.MADE;
        return appeal.reversed ? AppealState.REVERSED : AppealState.UPHELD;
    }

    /// What was answered, by whoever decided on the appeal or took the decision back.
    @Nullable
    String answer() {
        return appeal != null && appeal.words != null ? appeal.words : why;
    }

    EarlierDecision earlier(Instant now, Duration window) {
        return new EarlierDecision(
                id, docket, made, measure, rule, facts, moderator, until, lifted, appealState(now, window));
    }

    @Override
    public String toString() {
        return "Ruled " + id.value();
    }
}
