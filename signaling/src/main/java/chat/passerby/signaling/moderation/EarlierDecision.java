package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.AppealState;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was decided about the same browser: decisions, never chats. Immutable.
///
/// @param measure `null`: the reports were dismissed
/// @param by      who decided; `null`: nobody, it was automatic
/// @param lifted  when the decision was taken back, by its moderator or on appeal
public record EarlierDecision(
        DecisionId id,
        CaseId of,
        Instant made,
        @Nullable Measure measure,
        @Nullable Rule rule,
        @Nullable String facts,
        @Nullable ModeratorId by,
        @Nullable Instant until,
        @Nullable Instant lifted,
        AppealState appeal) {
    /// Not the words: they belong in no log.
    @Override
    public String toString() {
        return "EarlierDecision " + id.value();
    }
}
