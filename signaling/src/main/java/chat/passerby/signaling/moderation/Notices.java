package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Actor;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.moderation.evidence.Vault.Place;
import chat.passerby.signaling.store.StorageException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The notices about intimate pictures. Any thread; every method waits for the disk.
public final class Notices {
    /// The 48 hours in which one must have been acted on (Take It Down Act, section 3).
    public static final Duration DUE = Duration.ofDays(2);

    /// After the decision: long enough to read it, and to come back with more.
    public static final Duration KEPT = Duration.ofDays(30);

    /// If nobody decides.
    public static final Duration KEPT_UNDECIDED = Duration.ofDays(180);

    /// A queue that nobody could work through in 48 hours is a flood, and must not fill the disk.
    static final int MOST_OPEN = 2_000;

    /// Of what a moderator answers, in UTF-16 units.
    public static final int ANSWER = 2_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Office office;
    private final SecureRandom random = new SecureRandom();

    public Notices(Office office) {
        this.office = office;
    }

    /// Stores a notice.
    ///
    /// @return what its sender holds to ask later; empty, if too many wait
    public Optional<Code> file(Notice notice, Instant now) throws StorageException {
        Code code = Code.draw(random);
        return office.store().write(handle -> {
            if (open(handle) >= MOST_OPEN) return Optional.empty();
            long id = handle.createUpdate(
                            "insert into notice (code, created, sealed_words, state) values (?, ?, x'', 'OPEN')")
                    .bind(0, code.hash())
                    .bind(1, now.toEpochMilli())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "update notice set sealed_words = ? where id = ?",
                    office.vault().lock(words(id), JSON.writeValueAsBytes(notice)),
                    id);
            append(handle, now, Actor.VISITOR, Action.NOTICED, "", id);
            return Optional.of(code);
        });
    }

    private static long open(Handle handle) {
        return handle.createQuery("select count(*) from notice where state = 'OPEN'")
                .mapTo(Long.class)
                .one();
    }

    /// Those that wait, the oldest first: it is the next that is due.
    public List<NoticeSummary> queue() throws StorageException {
        return office.store()
                .read(handle -> handle.createQuery("select * from notice where state = 'OPEN' order by id")
                        .map((row, _) -> summary(row))
                        .list());
    }

    /// Shows a moderator what it says; the audit tells that.
    public Optional<NoticeFile> open(NoticeId id, ModeratorId by, Instant now) throws StorageException {
        return office.store().write(handle -> {
            Optional<NoticeFile> file = handle.createQuery("select * from notice where id = ?")
                    .bind(0, id.value())
                    .map((row, _) -> file(row))
                    .findOne();
            if (file.isPresent())
                append(handle, now, Actor.moderator(by.value()), Action.NOTICE_OPENED, "", id.value());
            return file;
        });
    }

    /// Decides an open notice.
    ///
    /// @param state  acted or refused
    /// @param answer for whoever holds the code
    /// @return whether it was open
    public boolean decide(NoticeId id, ModeratorId by, NoticeState state, String answer, Instant now)
            throws StorageException {
        if (state == NoticeState.OPEN) throw new IllegalArgumentException("open is no decision");
        if (answer.isBlank() || answer.length() > ANSWER)
            throw new IllegalArgumentException("an answer must have 1 to " + ANSWER + " letters");
        return office.store().write(handle -> {
            boolean was = handle.createUpdate(
                                    "update notice set state = ?, decided = ?, sealed_answer = ? where id = ? and state = 'OPEN'")
                            .bind(0, state.name())
                            .bind(1, now.toEpochMilli())
                            .bind(2, office.vault().lock(answer(id.value()), answer))
                            .bind(3, id.value())
                            .execute()
                    > 0;
            if (was)
                append(
                        handle,
                        now,
                        Actor.moderator(by.value()),
                        Action.NOTICE_DECIDED,
                        state == NoticeState.ACTED ? "acted" : "refused",
                        id.value());
            return was;
        });
    }

    /// What became of the notice with this code.
    public Optional<NoticeOutcome> outcome(Code code) throws StorageException {
        return office.store()
                .read(handle -> handle.createQuery("select * from notice where code = ?")
                        .bind(0, code.hash())
                        .map((row, _) -> outcome(row))
                        .findOne());
    }

    /// Deletes what is over its time.
    static int purge(Handle handle, Instant now) {
        return handle.execute(
                "delete from notice where decided < ? or (decided is null and created < ?)",
                now.minus(KEPT).toEpochMilli(),
                now.minus(KEPT_UNDECIDED).toEpochMilli());
    }

    private NoticeFile file(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        @Nullable
        Notice notice = office.vault()
                .open(words(id), row.getBytes("sealed_words"))
                .map(bytes -> JSON.readValue(bytes, Notice.class))
                .orElse(null);
        return new NoticeFile(summary(row), notice, office.vault().text(answer(id), row.getBytes("sealed_answer")));
    }

    private static NoticeSummary summary(ResultSet row) throws SQLException {
        Instant created = Instant.ofEpochMilli(row.getLong("created"));
        return new NoticeSummary(
                new NoticeId(row.getLong("id")),
                created,
                created.plus(DUE),
                NoticeState.valueOf(row.getString("state")));
    }

    private NoticeOutcome outcome(ResultSet row) throws SQLException {
        NoticeSummary summary = summary(row);
        long decided = row.getLong("decided");
        return new NoticeOutcome(
                summary.created(),
                summary.due(),
                summary.state(),
                row.wasNull() ? null : Instant.ofEpochMilli(decided),
                office.vault().text(answer(summary.id().value()), row.getBytes("sealed_answer")));
    }

    private void append(Handle handle, Instant now, Actor actor, Action action, String detail, long id) {
        office.audit().append(handle, new Entry(now, actor, action, detail, id, null));
    }

    private static Place words(long id) {
        return new Place("notice.sealed_words", id);
    }

    private static Place answer(long id) {
        return new Place("notice.sealed_answer", id);
    }
}
