package chat.passerby.signaling.console;

import chat.passerby.signaling.moderation.AppealSummary;
import chat.passerby.signaling.moderation.CaseFile;
import chat.passerby.signaling.moderation.CaseSummary;
import chat.passerby.signaling.moderation.EarlierDecision;
import chat.passerby.signaling.moderation.FiledReport;
import chat.passerby.signaling.moderation.Hold;
import chat.passerby.signaling.moderation.Urgency;
import chat.passerby.signaling.protocol.AppealState;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Rule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the page is shown: times as milliseconds, moderators by name. Whatever people wrote is a JSON string and
/// nothing else.
final class View {
    private View() {}

    record Queue(long now, List<Row> cases, List<Appeal> appeals) {}

    record Row(
            long id,
            boolean urgent,
            long oldest,
            long newest,
            int reports,
            int weight,
            List<Count> reasons,
            boolean automatic,
            @Nullable Taken taken,
            @Nullable Long decided) {}

    record Count(Reason reason, int count) {}

    record Taken(String name, long until, boolean mine) {}

    /// @param yours whether whoever asks may answer it
    record Appeal(Earlier against, long made, String text, boolean yours) {}

    record Earlier(
            long id,
            long of,
            long made,
            @Nullable Measure measure,
            @Nullable Rule rule,
            @Nullable String facts,
            @Nullable String by,
            @Nullable Long until,
            @Nullable Long lifted,
            AppealState appeal) {}

    record File(
            long now,
            Row row,
            int version,
            List<Report> reports,
            List<Earlier> earlier,
            @Nullable Held hold) {}

    record Report(
            long id,
            long created,
            Reason reason,
            @Nullable String note,
            Mode mode,
            long seconds,
            List<Line> lines,
            int notAttached,
            String evidence,
            boolean frame,
            boolean credible) {}

    record Line(boolean reported, int line, long at, String text) {}

    record Held(long until, String by, String reason) {}

    static Queue queue(List<CaseSummary> cases, List<AppealSummary> appeals, Names names, Instant now) {
        return new Queue(
                now.toEpochMilli(),
                cases.stream().map(summary -> row(summary, names)).toList(),
                appeals.stream().map(appeal -> appeal(appeal, names)).toList());
    }

    static File file(CaseFile file, Names names, Instant now) {
        Hold hold = file.hold();
        return new File(
                now.toEpochMilli(),
                row(file.summary(), names),
                file.version(),
                file.reports().stream().map(View::report).toList(),
                file.earlier().stream().map(earlier -> earlier(earlier, names)).toList(),
                hold == null ? null : new Held(hold.until().toEpochMilli(), names.of(hold.by()), hold.reason()));
    }

    private static Row row(CaseSummary summary, Names names) {
        CaseSummary.Taken taken = summary.taken();
        return new Row(
                summary.id().value(),
                summary.urgency() == Urgency.URGENT,
                summary.oldest().toEpochMilli(),
                summary.newest().toEpochMilli(),
                summary.reports(),
                summary.weight(),
                reasons(summary.reasons()),
                summary.automatic(),
                taken == null
                        ? null
                        : new Taken(
                                taken.name(),
                                taken.until().toEpochMilli(),
                                taken.by().equals(names.me())),
                millis(summary.decided()));
    }

    /// What is urgent first, then what was said most.
    private static List<Count> reasons(Map<Reason, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> new Count(count.getKey(), count.getValue()))
                .sorted(Comparator.comparing((Count count) -> Urgency.of(count.reason))
                        .thenComparing(count -> count.count, Comparator.reverseOrder())
                        .thenComparing(Count::reason))
                .toList();
    }

    private static Appeal appeal(AppealSummary appeal, Names names) {
        boolean own = names.me().equals(appeal.against().by());
        return new Appeal(
                earlier(appeal.against(), names),
                appeal.made().toEpochMilli(),
                appeal.text(),
                !own || !names.several());
    }

    private static Earlier earlier(EarlierDecision decision, Names names) {
        return new Earlier(
                decision.id().value(),
                decision.of().value(),
                decision.made().toEpochMilli(),
                decision.measure(),
                decision.rule(),
                decision.facts(),
                decision.by() == null ? null : names.of(decision.by()),
                millis(decision.until()),
                millis(decision.lifted()),
                decision.appeal());
    }

    private static Report report(FiledReport report) {
        return new Report(
                report.id(),
                report.created().toEpochMilli(),
                report.reason(),
                report.note(),
                report.mode(),
                report.lasted().toSeconds(),
                report.lines().stream()
                        .map(line ->
                                new Line(line.reported(), line.line(), line.at().toEpochMilli(), line.text()))
                        .toList(),
                report.notAttached(),
                report.evidence().name().toLowerCase(Locale.ROOT),
                report.frame(),
                report.credible());
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
