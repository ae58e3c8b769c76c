package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Actor;
import chat.passerby.signaling.moderation.audit.AuditLog;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.moderation.audit.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/// What deletes the rows of [Retention]. A case under legal hold loses nothing, nor does one with an appeal that waits.
/// Immutable; on the store's thread.
record Purges(Office office) {
    /// Statements and receipts outlive the time to appeal by this: for the answer.
    private static final Duration LONGER = Duration.ofDays(30);

    private static final String FREE = """
            docket not in (select id from docket where held_until > :now)
            and docket not in (select d.docket from decision d join appeal a on a.decision = d.id
                               where a.decided is null)
            """;

    static int invitations(Handle handle, Instant now) {
        return handle.execute("delete from invitation where expires <= ?", now.toEpochMilli());
    }

    static int moderators(Handle handle, Instant now) {
        return handle.execute("delete from moderator where removed < ?", thirteenMonthsBefore(now));
    }

    /// Note, lines and picture; a code that can send one; and cases of which nothing is left to decide on.
    int evidence(Handle handle, Instant now) {
        long before = now.minus(office.rules().evidence()).toEpochMilli();
        String over = """
                created < :before and %s and docket not in (
                    select docket from decision where measure is not null and made >= :before)
                """.formatted(FREE);
        int gone = handle.createUpdate(
                        "delete from frame where report in (select id from report where %s)".formatted(over))
                .bind("now", now.toEpochMilli())
                .bind("before", before)
                .execute();
        gone += handle.createUpdate(
                        "update report set sealed_evidence = null where sealed_evidence is not null and " + over)
                .bind("now", now.toEpochMilli())
                .bind("before", before)
                .execute();
        gone += handle.execute(
                "update report set upload = null, upload_until = null where upload_until <= ?", now.toEpochMilli());
        return gone + lapse(handle, before, now);
    }

    private int lapse(Handle handle, long before, Instant now) {
        var lapsed = handle.createQuery("""
                        select id from docket where closed is null and opened < :before
                            and (held_until is null or held_until <= :now)
                            and not exists (select 1 from report r where r.docket = docket.id
                                and (r.created >= :before or r.sealed_evidence is not null))
                        """)
                .bind("before", before)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> new CaseId(row.getLong("id")))
                .list();
        for (CaseId id : lapsed) {
            Docket.change(handle, id);
            Docket.close(handle, id, now);
            office.audit().append(handle, new Entry(now, Actor.SERVER, Action.LAPSED, "", id.value(), null));
        }
        return lapsed.size();
    }

    int reports(Handle handle, Instant now) {
        return handle.createUpdate("""
                        delete from report where %s and docket in (select id from docket where closed < :before)
                        """.formatted(FREE))
                .bind("now", now.toEpochMilli())
                .bind(
                        "before",
                        now.minus(office.rules().appealWindow()).minus(LONGER).toEpochMilli())
                .execute();
    }

    /// Decisions, and cases of which nothing is left.
    int decisions(Handle handle, Instant now) {
        Instant window = now.minus(office.rules().appealWindow());
        int holds = handle.execute(
                "update docket set held_until = null, held_by = null, sealed_hold = null where held_until <= ?",
                now.toEpochMilli());
        int gone = handle.createUpdate("""
                        delete from decision where %s and made < :before and (until is null or until < :window)
                        """.formatted(FREE))
                .bind("now", now.toEpochMilli())
                .bind("before", window.minus(LONGER).toEpochMilli())
                .bind("window", window.toEpochMilli())
                .execute();
        return holds + gone + handle.execute("""
                delete from docket where closed is not null and held_until is null
                    and not exists (select 1 from report r where r.docket = docket.id)
                    and not exists (select 1 from decision d where d.docket = docket.id)
                """);
    }

    /// Once a month, so that the chain is not cut every day: whole months, of which the oldest row is 13 months old.
    int audit(Handle handle, Instant now) {
        Instant before = Tally.month(now)
                .minusMonths(AuditLog.MONTHS - 1L)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return office.audit().cut(handle, before, now);
    }

    private static long thirteenMonthsBefore(Instant now) {
        return now.atOffset(ZoneOffset.UTC)
                .minusMonths(AuditLog.MONTHS)
                .toInstant()
                .toEpochMilli();
    }
}
