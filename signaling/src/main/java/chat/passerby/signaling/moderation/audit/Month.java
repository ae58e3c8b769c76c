package chat.passerby.signaling.moderation.audit;

import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Reason;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happened in a month, in plain numbers: for the public and for authorities, who must not see those below five.
/// Immutable.
///
/// @param reports   by reason; a reason without reports is left out
/// @param measures  that moderators decided, by kind; a kind without any is left out
/// @param dismissed cases in which a moderator found no rule broken
/// @param lapsed    cases that nobody decided in time
/// @param automatic cool-downs that no person decided, in addition to `measures`
/// @param median    how long it took from a case's first report to a moderator's decision; `null` without decisions
/// @param reversed  decisions taken back on appeal
/// @param upheld    decisions that stood on appeal
/// @param undone    decisions of moderators that were taken back by one of them
/// @param mistaken  automatic cool-downs after which a moderator dismissed the reports
public record Month(
        YearMonth month,
        long conversations,
        Map<Reason, Long> reports,
        Map<Measure, Long> measures,
        long dismissed,
        long lapsed,
        long automatic,
        @Nullable Duration median,
        long appeals,
        long reversed,
        long upheld,
        long undone,
        long mistaken) {
    public Month {
        reports = Map.copyOf(reports);
        measures = Map.copyOf(measures);
    }
}
