package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Kept.Purge;
import chat.passerby.signaling.store.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Everything that is kept of anybody, why, and until when: one table, enforced as it stands. Immutable; any thread.
public final class Retention {
    private final Office office;
    private final List<Kept> rows;

    /// @param grace how long a session without connection waits
    /// @param room  how long the record of a room stays after its end
    public Retention(Office office, Duration grace, Duration room) {
        this.office = office;
        rows = Stream.concat(inMemory(grace).stream(), inDatabase(room).stream())
                .toList();
    }

    /// The table, as it is shown.
    public List<Kept> rows() {
        return rows;
    }

    /// Deletes what is over its time, for good: also from the database's log. This waits for the disk.
    ///
    /// @return how many rows
    public int purge(Instant now) throws StorageException {
        int gone = office.store().write(handle -> {
            int sum = 0;
            for (Kept row : rows) {
                Purge purge = row.purge();
                if (purge != null) sum += purge.over(handle, now);
            }
            return sum;
        });
        office.store().forget();
        return gone;
    }

    private static List<Kept> inMemory(Duration grace) {
        return List.of(
                kept("chat", "words of a chat", "nowhere", "they are passed on", "not kept", "Room"),
                kept(
                        "media",
                        "picture and sound",
                        "nowhere",
                        "they go from browser to browser, or through the relay, encrypted for the two",
                        "not kept",
                        "—"),
                kept(
                        "session",
                        "session (alias, hash of its token)",
                        "memory",
                        "to find back after a lost connection",
                        words(grace) + " after the connection is lost",
                        "Lobby"),
                kept(
                        "limits",
                        "counts of what one network did lately, by keyed hash",
                        "memory",
                        "limits",
                        "10 minutes",
                        "NetworkLimits"),
                kept(
                        "arrivals",
                        "how many sessions came from which network, by keyed hash",
                        "memory",
                        "to see that a reverse proxy is not declared, before a network is banned",
                        "1 hour",
                        "Arrivals"));
    }

    private static Kept kept(String id, String what, String where, String purpose, String time, String by) {
        return new Kept(id, what, where, purpose, time, by, null);
    }

    private List<Kept> inDatabase(Duration room) {
        var purges = new Purges(office);
        String window = words(office.rules().appealWindow());
        String evidence = words(office.rules().evidence());
        return List.of(
                row(
                        "room",
                        "record of a room (who sat there by keyed hash, when; no words)",
                        "memory; at a clean stop the database",
                        "so that a report can name the room",
                        words(room) + " after its end",
                        (handle, now) -> PastRooms.purge(handle, now.minus(room))),
                row(
                        "block",
                        "block (two keyed hashes)",
                        "database",
                        "so that two never meet again",
                        words(Blocks.KEPT) + " after either was last here",
                        Blocks::purge),
                row(
                        "evidence",
                        "what is attached to a report: note, lines, a picture",
                        "database, encrypted",
                        "for the moderators, and for an appeal",
                        evidence + " after the report or a decision with a measure, or until the appeal is decided;"
                                + " under a legal hold, 1 year",
                        purges::evidence),
                row(
                        "receipt",
                        "report without what was attached (reason, keyed hashes, hash of the receipt)",
                        "database",
                        "so that its reporter can ask what became of it",
                        window + " and 30 days after the decision",
                        purges::reports),
                row(
                        "statement",
                        "decision, statement of reasons, appeal",
                        "database, words encrypted",
                        "so that the person concerned can read it and appeal; so that a ban holds",
                        window + " and 30 days; a ban until it ends, and " + window + " more",
                        purges::decisions),
                row(
                        "notice",
                        "notice about an intimate picture, and the answer to it",
                        "database, encrypted",
                        "for the moderators, and so that its sender can ask what became of it",
                        words(Notices.KEPT) + " after the answer; unanswered, " + words(Notices.KEPT_UNDECIDED),
                        Notices::purge),
                row(
                        "moderator",
                        "moderators: name, passkeys; of those removed, a number",
                        "database",
                        "to sign in; to tell who decided",
                        "until they are removed; the number 13 months more",
                        Purges::moderators),
                row(
                        "invitation",
                        "invitation of a moderator (hash)",
                        "database",
                        "to make a passkey",
                        words(Moderators.INVITED),
                        Purges::invitations),
                row(
                        "audit",
                        "audit: what was done to which case by whom; numbers and codes, no words",
                        "database",
                        "so that decisions can be examined",
                        "13 months",
                        purges::audit),
                kept("counts", "counts by month", "database", "to tell how reports are dealt with", "for good", "—"));
    }

    private static Kept row(String id, String what, String where, String purpose, String time, Purge purge) {
        return new Kept(id, what, where, purpose, time, "Purges", purge);
    }

    /// `180 days`, `24 hours`.
    private static String words(Duration time) {
        if (time.compareTo(Duration.ofDays(2)) >= 0) return time.toDays() + " days";
        if (time.compareTo(Duration.ofHours(2)) >= 0) return time.toHours() + " hours";
        return time.compareTo(Duration.ofMinutes(2)) >= 0
                ? time.toMinutes() + " minutes"
                : time.toSeconds() + " seconds";
    }
}
