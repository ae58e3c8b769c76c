package chat.passerby.signaling.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case, opened. Immutable.
///
/// @param version rises with every report and decision; who decides must say which version they saw
/// @param reports the newest first, 200 at most
/// @param earlier what was decided about the same browser, in this case or another; the newest first
public record CaseFile(
        CaseSummary summary,
        int version,
        List<FiledReport> reports,
        List<EarlierDecision> earlier,
        @Nullable Hold hold) {
    public CaseFile {
        reports = List.copyOf(reports);
        earlier = List.copyOf(earlier);
    }
}
