package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.CaseSummary.Taken;
import chat.passerby.signaling.moderation.evidence.Vault;
import chat.passerby.signaling.moderation.evidence.Vault.Place;
import chat.passerby.signaling.session.BrowserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The row of a case: what it is about, how far it is, and who has it. Immutable.
///
/// @param version rises with everything that changes the case
/// @param closed  decided, or lapsed; `null`: it is open
/// @param taken   may be over
record Docket(
        CaseId id,
        BrowserId browser,
        int version,
        @Nullable Instant closed,
        @Nullable Taken taken,
        @Nullable Hold hold) {
    /// How long who opens a case has it.
    static final Duration TAKEN = Duration.ofMinutes(10);

    static final String HOLD = "docket.hold";

    private static final String SELECT =
            "select d.*, m.name as taker_name from docket d left join moderator m on m.id = d.taker ";

    /// Who has it at this time.
    @Nullable
    Taken takenAt(Instant now) {
        return taken != null && now.isBefore(taken.until()) ? taken : null;
    }

    boolean openFor(ModeratorId moderator, Instant now) {
        Taken by = takenAt(now);
        return closed == null && (by == null || by.by().equals(moderator));
    }

    static Optional<Docket> find(Handle handle, Vault vault, CaseId id) {
        return handle.createQuery(SELECT + "where d.id = ?")
                .bind(0, id.value())
                .map((row, _) -> docket(row, vault))
                .findOne();
    }

    static Optional<Docket> open(Handle handle, Vault vault, BrowserId browser) {
        return handle.createQuery(SELECT + "where d.browser = ? and d.closed is null")
                .bind(0, browser.value())
                .map((row, _) -> docket(row, vault))
                .findOne();
    }

    /// The case that gathers reports about this browser now.
    static CaseId gathering(Handle handle, BrowserId browser, Instant now) {
        return handle.createQuery("select id from docket where browser = ? and closed is null")
                .bind(0, browser.value())
                .mapTo(Long.class)
                .findOne()
                .map(CaseId::new)
                .orElseGet(() ->
                        new CaseId(handle.createUpdate("insert into docket (browser, version, opened) values (?, 0, ?)")
                                .bind(0, browser.value())
                                .bind(1, now.toEpochMilli())
                                .executeAndReturnGeneratedKeys("id")
                                .mapTo(Long.class)
                                .one()));
    }

    /// The case changed: whoever looked at it before must look again.
    ///
    /// @return the version until now
    static int change(Handle handle, CaseId id) {
        return handle.createQuery("update docket set version = version + 1 where id = ? returning version - 1")
                .bind(0, id.value())
                .mapTo(Integer.class)
                .one();
    }

    static void take(Handle handle, CaseId id, ModeratorId by, Instant now) {
        handle.execute(
                "update docket set taker = ?, taken_until = ? where id = ?",
                by.value(),
                now.plus(TAKEN).toEpochMilli(),
                id.value());
    }

    static void close(Handle handle, CaseId id, Instant now) {
        handle.execute(
                "update docket set closed = ?, taker = null, taken_until = null where id = ?",
                now.toEpochMilli(),
                id.value());
    }

    private static Docket docket(ResultSet row, Vault vault) throws SQLException {
        long id = row.getLong("id");
        ModeratorId taker = Columns.moderator(row, "taker");
        Instant until = Columns.instant(row, "taken_until");
        String name = row.getString("taker_name");
        ModeratorId holder = Columns.moderator(row, "held_by");
        Instant held = Columns.instant(row, "held_until");
        String why = vault.text(new Place(HOLD, id), row.getBytes("sealed_hold"));
        return new Docket(
                new CaseId(id),
                new BrowserId(row.getString("browser")),
                row.getInt("version"),
                Columns.instant(row, "closed"),
                taker == null || until == null ? null : new Taken(taker, name == null ? "" : name, until),
                holder == null || held == null ? null : new Hold(held, holder, why == null ? "" : why));
    }
}
