package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Report.Line;
import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The reports that visitors made. Any thread; every method waits for the disk.
public final class Reports {
    /// How long a report is kept that nobody decides on.
    public static final Duration KEPT = Duration.ofDays(30);

    private final Store store;
    private final SecureRandom random = new SecureRandom();

    public Reports(Store store) {
        this.store = store;
    }

    /// Stores a report. A visitor has one about a room: who sends another has lost the answer to the first, and gets a
    /// new receipt for that.
    public Receipt store(Report report) throws StorageException {
        Receipt receipt = Receipt.draw(random);
        store.write(handle -> {
            boolean again = handle.createUpdate("update report set receipt = ? where room = ? and reporter = ?")
                            .bind(0, receipt.hash())
                            .bind(1, report.room().value())
                            .bind(2, report.reporter().browser().value())
                            .execute()
                    > 0;
            if (!again) insertLines(handle, insert(handle, report, receipt), report.lines());
            return receipt;
        });
        return receipt;
    }

    private static long insert(Handle handle, Report report, Receipt receipt) {
        return handle.createUpdate("""
                        insert into report (receipt, created, reason, note, room, mode, seconds, seat,
                            reporter, reporter_network, reported, reported_network)
                        values (:receipt, :created, :reason, :note, :room, :mode, :seconds, :seat,
                            :reporter, :reporterNetwork, :reported, :reportedNetwork)
                        """)
                .bind("receipt", receipt.hash())
                .bind("created", report.created().toEpochMilli())
                .bind("reason", report.reason().name())
                .bind("note", report.note())
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
    }

    private static void insertLines(Handle handle, long report, List<Line> lines) {
        if (lines.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch(
                "insert into report_line (report, position, seat, line, at, text) values (?, ?, ?, ?, ?, ?)");
        for (int position = 0; position < lines.size(); position++) {
            Line line = lines.get(position);
            batch.add(
                    report, position, line.seat().name(), line.line(), line.at().toEpochMilli(), line.text());
        }
        batch.execute();
    }

    /// The newest reports, newest first.
    ///
    /// @param most no more than these
    public List<StoredReport> list(int most) throws StorageException {
        return store.read(handle -> handle.createQuery("select * from report order by id desc limit ?")
                .bind(0, most)
                .map((row, context) -> report(row, lines(handle, row.getLong("id"))))
                .list());
    }

    private static List<Line> lines(Handle handle, long report) {
        return handle.createQuery("select * from report_line where report = ? order by position")
                .bind(0, report)
                .map((row, context) -> new Line(
                        Side.valueOf(row.getString("seat")),
                        row.getInt("line"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("text")))
                .list();
    }

    private static StoredReport report(ResultSet row, List<Line> lines) throws SQLException {
        var report = new Report(
                Instant.ofEpochMilli(row.getLong("created")),
                Reason.valueOf(row.getString("reason")),
                row.getString("note"),
                new RoomId(row.getString("room")),
                Mode.valueOf(row.getString("mode")),
                Duration.ofSeconds(row.getLong("seconds")),
                Side.valueOf(row.getString("seat")),
                party(row, "reporter"),
                party(row, "reported"),
                lines);
        return new StoredReport(row.getLong("id"), report);
    }

    private static Party party(ResultSet row, String role) throws SQLException {
        return new Party(new BrowserId(row.getString(role)), new NetworkId(row.getString(role + "_network")));
    }

    /// Deletes what was reported before then, for good.
    public int purge(Instant before) throws StorageException {
        int gone = store.write(handle -> handle.execute("delete from report where created < ?", before.toEpochMilli()));
        if (gone > 0) store.forget();
        return gone;
    }
}
