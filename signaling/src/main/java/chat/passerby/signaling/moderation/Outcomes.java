package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Outcome.State;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Statement;
import chat.passerby.signaling.store.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// What people without an account may ask, by code: what became of my report, and what was decided about me. Any
/// thread;
/// every method waits for the disk.
public final class Outcomes {
    private final Office office;

    public Outcomes(Office office) {
        this.office = office;
    }

    /// What became of a report.
    public Optional<Outcome> ofReceipt(Code receipt) throws StorageException {
        return office.store()
                .read(handle -> handle.createQuery("""
                        select r.created, k.closed, d.made, d.measure, d.lifted
                        from report r join docket k on k.id = r.docket
                            left join decision d on d.id = (
                                select max(id) from decision where docket = k.id and moderator is not null)
                        where r.receipt = ?
                        """)
                        .bind(0, receipt.hash())
                        .map((row, _) -> outcome(row))
                        .findOne());
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        Instant reported = Instant.ofEpochMilli(row.getLong("created"));
        Instant decided = Columns.instant(row, "made");
        if (Columns.instant(row, "closed") == null) return new Outcome(State.OPEN, reported, null, null, false);
        if (decided == null) return new Outcome(State.LAPSED, reported, null, null, false);
        return new Outcome(
                State.DECIDED,
                reported,
                decided,
                Columns.constant(row, "measure", Measure.class),
                Columns.instant(row, "lifted") != null);
    }

    /// What was decided, and why.
    public Optional<Statement> ofStatement(Code code, Instant now) throws StorageException {
        return office.store()
                .read(handle -> office.ledger().find(handle, code))
                .map(ruled -> office.statements().of(ruled, now));
    }
}
