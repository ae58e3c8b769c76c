package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.FiledReport.Evidence;
import chat.passerby.signaling.moderation.Report.Line;
import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.moderation.evidence.Vault;
import chat.passerby.signaling.moderation.evidence.Vault.Place;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes reports. Immutable; on the store's thread.
record Reports(Vault vault) {
    private static final String EVIDENCE = "report.evidence";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            select r.*, exists (select 1 from frame f where f.report = r.id) as has_frame from report r
            """;

    /// What is encrypted of a report.
    private record Attached(@Nullable String note, List<Line> lines) {}

    /// A visitor has one about a room: who sends another has lost the answer to the first, and gets new codes for that.
    Optional<CaseId> again(Handle handle, Report report, Code receipt) {
        return handle.createQuery("update report set receipt = ? where room = ? and reporter = ? returning docket")
                .bind(0, receipt.hash())
                .bind(1, report.room().value())
                .bind(2, report.reporter().browser().value())
                .map((row, _) -> new CaseId(row.getLong("docket")))
                .findOne();
    }

    void insert(Handle handle, CaseId docket, Report report, Code receipt) {
        long id = handle.createUpdate("""
                        insert into report (docket, receipt, created, reason, room, mode, seconds, seat,
                            reporter, reporter_network, reported, reported_network)
                        values (:docket, :receipt, :created, :reason, :room, :mode, :seconds, :seat,
                            :reporter, :reporterNetwork, :reported, :reportedNetwork)
                        """)
                .bind("docket", docket.value())
                .bind("receipt", receipt.hash())
                .bind("created", report.created().toEpochMilli())
                .bind("reason", report.reason().name())
                .bind("room", report.room().value())
                .bind("mode", report.mode().name())
                .bind("seconds", report.lasted().toSeconds())
                .bind("seat", report.seat().name())
                .bind("reporter", report.reporter().browser().value())
                .bind("reporterNetwork", report.reporter().network().value())
                .bind("reported", report.reported().browser().value())
                .bind("reportedNetwork", report.reported().network().value())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        byte[] attached = JSON.writeValueAsBytes(new Attached(report.note(), report.lines()));
        handle.execute(
                "update report set sealed_evidence = ? where id = ?",
                vault.lock(new Place(EVIDENCE, id), attached),
                id);
    }

    /// Of a case, the newest first.
    List<StoredReport> of(Handle handle, CaseId docket, int most) {
        return handle.createQuery(SELECT + "where r.docket = ? order by r.id desc limit ?")
                .bind(0, docket.value())
                .bind(1, most)
                .map((row, _) -> stored(row))
                .list();
    }

    /// Of all cases, the newest first.
    List<StoredReport> newest(Handle handle, int most) {
        return handle.createQuery(SELECT + "order by r.id desc limit ?")
                .bind(0, most)
                .map((row, _) -> stored(row))
                .list();
    }

    private StoredReport stored(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        byte @Nullable [] locked = row.getBytes("sealed_evidence");
        Optional<Attached> opened = locked == null
                ? Optional.empty()
                : vault.open(new Place(EVIDENCE, id), locked).map(bytes -> JSON.readValue(bytes, Attached.class));
        var report = new Report(
                Instant.ofEpochMilli(row.getLong("created")),
                Reason.valueOf(row.getString("reason")),
                opened.map(Attached::note).orElse(null),
                new RoomId(row.getString("room")),
                Mode.valueOf(row.getString("mode")),
                Duration.ofSeconds(row.getLong("seconds")),
                Side.valueOf(row.getString("seat")),
                party(row, "reporter"),
                party(row, "reported"),
                opened.map(Attached::lines).orElse(List.of()));
        Evidence evidence =
                locked == null ? Evidence.DELETED : opened.isPresent() ? Evidence.READABLE : Evidence.LOCKED;
        return new StoredReport(id, new CaseId(row.getLong("docket")), report, evidence, row.getBoolean("has_frame"));
    }

    private static Party party(ResultSet row, String role) throws SQLException {
        return new Party(new BrowserId(row.getString(role)), new NetworkId(row.getString(role + "_network")));
    }

    /// What became of a reporter's reports so far, other than automatically.
    static Credibility credibility(Handle handle, BrowserId reporter) {
        return handle.createQuery("""
                        select coalesce(sum(d.measure is null or d.lifted is not null), 0) as dismissed,
                            coalesce(sum(d.measure is not null and d.lifted is null), 0) as upheld
                        from report r join decision d on d.docket = r.docket
                        where r.reporter = ? and d.moderator is not null
                            and not (d.measure is null and d.lifted is not null)
                        """)
                .bind(0, reporter.value())
                .map((row, _) -> new Credibility(row.getInt("dismissed"), row.getInt("upheld")))
                .one();
    }
}
