package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Reason;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A case as it stands in the queue. Immutable.
///
/// @param oldest    when the first of its reports was made
/// @param newest    when the last was
/// @param reports   how many there are
/// @param weight    how many of the reporters count: credible, and no two of them on one browser or one network
/// @param reasons   how many reports for each
/// @param automatic whether a cool-down was imposed automatically, and waits to be looked at
/// @param taken     who has it open just now
/// @param decided   when it was decided; `null` while it is open
public record CaseSummary(
        CaseId id,
        Urgency urgency,
        Instant oldest,
        Instant newest,
        int reports,
        int weight,
        Map<Reason, Integer> reasons,
        boolean automatic,
        @Nullable Taken taken,
        @Nullable Instant decided) {
    public CaseSummary {
        reasons = Map.copyOf(reasons);
    }

    /// Whoever opens a case has it for ten minutes.
    public record Taken(ModeratorId by, String name, Instant until) {}
}
