package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.FiledReport.Words;
import chat.passerby.signaling.moderation.Report.Line;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Puts together what moderators see of cases. Immutable; on the store's thread.
record Reading(Office office, Reports reports) {
    /// Of the queue.
    private static final int MOST = 200;

    private static final String URGENT = Stream.of(Reason.values())
            .filter(reason -> Urgency.of(reason) == Urgency.URGENT)
            .map(reason -> "'" + reason + "'")
            .collect(Collectors.joining(", "));

    /// What is counted of the reports of a case.
    private record Counted(Instant oldest, Instant newest, int reports, Urgency urgency) {}

    List<CaseSummary> queue(Handle handle, Instant now) {
        List<CaseId> ids = handle.createQuery("""
                        select d.id from docket d join report r on r.docket = d.id where d.closed is null
                        group by d.id order by max(r.reason in (%s)) desc, min(r.created), d.id limit ?
                        """.formatted(URGENT))
                .bind(0, MOST)
                .map((row, _) -> new CaseId(row.getLong("id")))
                .list();
        var queue = new ArrayList<CaseSummary>();
        for (CaseId id : ids) queue.add(summary(handle, docket(handle, id), new Trust(handle), now));
        return queue;
    }

    CaseFile file(Handle handle, CaseId id, Instant now) {
        Docket docket = docket(handle, id);
        var trust = new Trust(handle);
        return new CaseFile(
                summary(handle, docket, trust, now),
                docket.version(),
                reports.of(handle, id, Cases.SHOWN).stream()
                        .map(stored -> filed(stored, trust))
                        .toList(),
                office.ledger().about(handle, docket.browser()).stream()
                        .map(ruled -> ruled.earlier(now, office.rules().appealWindow()))
                        .toList(),
                docket.hold());
    }

    private Docket docket(Handle handle, CaseId id) {
        return Docket.find(handle, office.vault(), id).orElseThrow();
    }

    private CaseSummary summary(Handle handle, Docket docket, Trust trust, Instant now) {
        Counted counted = counted(handle, docket, now);
        boolean automatic = office.ledger().about(handle, docket.browser()).stream()
                .anyMatch(ruled -> ruled.docket().equals(docket.id()) && ruled.moderator() == null);
        return new CaseSummary(
                docket.id(),
                counted.urgency,
                counted.oldest,
                counted.newest,
                counted.reports,
                weight(handle, docket.id(), trust),
                reasons(handle, docket.id()),
                automatic && docket.closed() == null,
                docket.takenAt(now),
                docket.closed());
    }

    private static Counted counted(Handle handle, Docket docket, Instant now) {
        return handle.createQuery("""
                        select coalesce(min(created), :now) as oldest, coalesce(max(created), :now) as newest,
                            count(*) as reports, coalesce(max(reason in (%s)), 0) as urgent
                        from report where docket = :docket
                        """.formatted(URGENT))
                .bind("now", (docket.closed() == null ? now : docket.closed()).toEpochMilli())
                .bind("docket", docket.id().value())
                .map((row, _) -> new Counted(
                        Instant.ofEpochMilli(row.getLong("oldest")),
                        Instant.ofEpochMilli(row.getLong("newest")),
                        row.getInt("reports"),
                        row.getBoolean("urgent") ? Urgency.URGENT : Urgency.USUAL))
                .one();
    }

    private static int weight(Handle handle, CaseId docket, Trust trust) {
        return Voice.weight(handle.createQuery(
                        "select reporter, reporter_network from report where docket = ? order by id desc limit ?")
                .bind(0, docket.value())
                .bind(1, Cases.SHOWN)
                .map((row, _) -> {
                    var reporter = new BrowserId(row.getString("reporter"));
                    return new Voice(
                            reporter, new NetworkId(row.getString("reporter_network")), trust.counts(reporter));
                })
                .list());
    }

    private static Map<Reason, Integer> reasons(Handle handle, CaseId docket) {
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        handle.createQuery("select reason, count(*) as reports from report where docket = ? group by reason")
                .bind(0, docket.value())
                .map((row, _) -> Map.entry(Reason.valueOf(row.getString("reason")), row.getInt("reports")))
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue()));
        return reasons;
    }

    private static FiledReport filed(StoredReport stored, Trust trust) {
        Report report = stored.report();
        return new FiledReport(
                stored.id(),
                report.created(),
                report.reason(),
                report.note(),
                report.mode(),
                report.lasted(),
                report.lines().stream()
                        .map(line -> new Words(line.seat() != report.seat(), line.line(), line.at(), line.text()))
                        .toList(),
                notAttached(report.lines()),
                stored.evidence(),
                stored.frame(),
                trust.counts(report.reporter().browser()));
    }

    /// How many numbers are missing below the highest of each sender.
    static int notAttached(List<Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(Line::seat)).values().stream()
                .mapToInt(said -> said.stream().mapToInt(Line::line).max().orElse(0)
                        - (int) said.stream().mapToInt(Line::line).distinct().count())
                .sum();
    }

    /// Which reporters count; each is looked up once.
    private static final class Trust {
        private final Handle handle;
        private final Map<BrowserId, Boolean> counts = new HashMap<>();

        Trust(Handle handle) {
            this.handle = handle;
        }

        boolean counts(BrowserId reporter) {
            return counts.computeIfAbsent(
                    reporter, it -> Reports.credibility(handle, it).counts());
        }
    }
}
