package chat.passerby.signaling.moderation.audit;

import chat.passerby.signaling.moderation.audit.Chain.Link;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The audit: a row for everything that was done, each hashed with the one before, both ends signed with a key that is
/// not in the database. So nobody who can write to the file can change, add or remove a row unseen; only to put back an
/// older copy of the whole file would be. Immutable; on the store's thread.
public final class AuditLog {
    /// How long a row stays; its count stays for good.
    public static final int MONTHS = 13;

    private static final String FIRST = "first";
    private static final String LAST = "last";

    private final UnaryOperator<byte[]> sign;

    /// @param sign gives the signature of some bytes
    public AuditLog(UnaryOperator<byte[]> sign) {
        this.sign = sign;
    }

    /// A row as it is read.
    public record Row(long seq, Entry entry) {}

    /// Adds a row, in the transaction of what it tells, and counts it.
    public void append(Handle handle, Entry entry) {
        Link last = end(handle, LAST);
        Link link = new Link(
                last.seq() + 1,
                Chain.hash(signed(handle, LAST) ? last.hash() : Chain.NOTHING.hash(), last.seq() + 1, entry));
        handle.createUpdate("""
                        insert into audit (seq, at, actor, action, detail, docket, decision, hash)
                        values (:seq, :at, :actor, :action, :detail, :docket, :decision, :hash)
                        """)
                .bind("seq", link.seq())
                .bind("at", entry.at().toEpochMilli())
                .bind("actor", entry.actor().name())
                .bind("action", entry.action().name())
                .bind("detail", entry.detail())
                .bind("docket", entry.docket())
                .bind("decision", entry.decision())
                .bind("hash", link.hash())
                .execute();
        sign(handle, LAST, link);
        Tally.add(handle, entry.at(), entry.counted(), 1);
    }

    /// Looks whether all rows hang together.
    ///
    /// @return the number of the first row that does not follow from those before; empty, if the audit is whole
    public Optional<Long> verify(Handle handle) {
        Link at = end(handle, FIRST);
        if (!signed(handle, FIRST)) return Optional.of(at.seq() + 1);
        try (var rows = handle
                .createQuery("select * from audit order by seq")
                .map((row, _) -> new Linked(row(row), row.getBytes("hash")))
                .stream()) {
            for (var linked : (Iterable<Linked>) rows::iterator) {
                Link next = new Link(at.seq() + 1, Chain.hash(at.hash(), at.seq() + 1, linked.row.entry()));
                if (!next.is(new Link(linked.row.seq(), linked.hash))) return Optional.of(next.seq());
                at = next;
            }
        }
        return at.is(end(handle, LAST)) && signed(handle, LAST) ? Optional.empty() : Optional.of(at.seq() + 1);
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Linked(Row row, byte[] hash) {}

    /// Deletes what happened before then, and signs where the chain now begins. What was broken is told in the count.
    ///
    /// @return how many rows went
    public int cut(Handle handle, Instant before, Instant now) {
        long keep = handle.createQuery("select coalesce(min(seq), 0) from audit where at >= ?")
                .bind(0, before.toEpochMilli())
                .mapTo(Long.class)
                .one();
        Link last = end(handle, LAST);
        long upTo = keep == 0 ? last.seq() : keep - 1;
        Optional<Link> begin = handle.createQuery(
                        "select seq, hash from audit where seq <= ? order by seq desc limit 1")
                .bind(0, upTo)
                .map((row, _) -> link(row))
                .findOne();
        if (begin.isEmpty()) return 0;
        boolean whole = verify(handle).filter(seq -> seq <= upTo).isEmpty();
        sign(handle, FIRST, begin.get());
        int gone = handle.execute("delete from audit where seq <= ?", upTo);
        append(handle, new Entry(now, Actor.SERVER, Action.CUT, whole ? "" : "broken", null, null));
        return gone;
    }

    /// The newest rows, the newest first.
    public List<Row> tail(Handle handle, int most) {
        return handle.createQuery("select * from audit order by seq desc limit ?")
                .bind(0, most)
                .map((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("seq"),
                new Entry(
                        Instant.ofEpochMilli(row.getLong("at")),
                        new Actor(row.getString("actor")),
                        Action.valueOf(row.getString("action")),
                        row.getString("detail"),
                        id(row, "docket"),
                        id(row, "decision")));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getLong("seq"), row.getBytes("hash"));
    }

    private static Link end(Handle handle, String which) {
        return handle.createQuery("select seq, hash from audit_end where which = ?")
                .bind(0, which)
                .map((row, _) -> link(row))
                .findOne()
                .orElse(Chain.NOTHING);
    }

    /// Whether an end is as we left it; one that was never written is, as long as there is nothing.
    private boolean signed(Handle handle, String which) {
        return handle.createQuery("select seq, hash, mac from audit_end where which = ?")
                .bind(0, which)
                .map((row, _) -> MessageDigest.isEqual(
                        row.getBytes("mac"), sign.apply(link(row).signed(which))))
                .findOne()
                .orElse(true);
    }

    private void sign(Handle handle, String which, Link link) {
        handle.execute(
                "insert or replace into audit_end (which, seq, hash, mac) values (?, ?, ?, ?)",
                which,
                link.seq(),
                link.hash(),
                sign.apply(link.signed(which)));
    }
}
