package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Ruled.Appeal;
import chat.passerby.signaling.moderation.evidence.Vault;
import chat.passerby.signaling.moderation.evidence.Vault.Place;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Rule;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads and writes decisions. Immutable; on the store's thread.
record Ledger(Vault vault, Statements statements) {
    static final String FACTS = "decision.facts";
    static final String LIFTED = "decision.lifted";
    static final String TEXT = "appeal.text";
    static final String WORDS = "appeal.words";

    private static final String SELECT = """
            select d.*, a.made as appealed, a.sealed_text, a.decided as answered, a.reversed, a.sealed_words
            from decision d left join appeal a on a.decision = d.id
            """;

    /// What is to be written.
    ///
    /// @param version of the case that it is about: two decisions about one version cannot be
    record Draft(
            CaseId docket,
            int version,
            BrowserId browser,
            @Nullable NetworkId network,
            @Nullable ModeratorId moderator,
            @Nullable Measure measure,
            @Nullable Rule rule,
            @Nullable Instant until,
            String facts) {
        @Override
        public String toString() {
            return "Draft of " + measure;
        }
    }

    DecisionId insert(Handle handle, Draft draft, Instant now) {
        long id = handle.createUpdate("""
                        insert into decision
                            (docket, version, browser, network, made, moderator, measure, rule, until)
                        values (:docket, :version, :browser, :network, :made, :moderator, :measure, :rule, :until)
                        """)
                .bind("docket", draft.docket.value())
                .bind("version", draft.version)
                .bind("browser", draft.browser.value())
                .bind("network", draft.network == null ? null : draft.network.value())
                .bind("made", now.toEpochMilli())
                .bind("moderator", draft.moderator == null ? null : draft.moderator.value())
                .bind("measure", Columns.name(draft.measure))
                .bind("rule", Columns.name(draft.rule))
                .bind("until", Columns.millis(draft.until))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        var decision = new DecisionId(id);
        handle.createUpdate("update decision set sealed_facts = :facts, statement = :statement where id = :id")
                .bind("facts", vault.lock(new Place(FACTS, id), draft.facts))
                .bind(
                        "statement",
                        draft.measure == null ? null : statements.code(decision).hash())
                .bind("id", id)
                .execute();
        return decision;
    }

    /// Takes a decision back.
    void lift(Handle handle, DecisionId id, String why, Instant now) {
        handle.createUpdate("update decision set lifted = :now, sealed_lifted = :why where id = :id")
                .bind("now", now.toEpochMilli())
                .bind("why", vault.lock(new Place(LIFTED, id.value()), why))
                .bind("id", id.value())
                .execute();
    }

    /// Answers an appeal.
    ///
    /// @return whether one waited
    boolean answer(Handle handle, DecisionId id, ModeratorId by, boolean reversed, String words, Instant now) {
        return handle.createUpdate("""
                        update appeal set decided = :now, moderator = :by, reversed = :reversed, sealed_words = :words
                        where decision = :id and decided is null
                        """)
                        .bind("now", now.toEpochMilli())
                        .bind("by", by.value())
                        .bind("reversed", reversed)
                        .bind("words", vault.lock(new Place(WORDS, id.value()), words))
                        .bind("id", id.value())
                        .execute()
                > 0;
    }

    Optional<Ruled> find(Handle handle, DecisionId id) {
        return handle.createQuery(SELECT + "where d.id = ?")
                .bind(0, id.value())
                .map((row, _) -> ruled(row))
                .findOne();
    }

    Optional<Ruled> find(Handle handle, Code statement) {
        return handle.createQuery(SELECT + "where d.statement = ?")
                .bind(0, statement.hash())
                .map((row, _) -> ruled(row))
                .findOne();
    }

    /// What was decided about a browser, the newest first.
    List<Ruled> about(Handle handle, BrowserId browser) {
        return handle.createQuery(SELECT + "where d.browser = ? order by d.id desc")
                .bind(0, browser.value())
                .map((row, _) -> ruled(row))
                .list();
    }

    /// What keeps people out, and warnings that nobody has read.
    List<Ruled> inForce(Handle handle, Instant now) {
        return handle.createQuery(SELECT + """
                        where d.lifted is null
                            and (d.until > ? or (d.measure = 'WARN' and d.noted is null)) order by d.id
                        """)
                .bind(0, now.toEpochMilli())
                .map((row, _) -> ruled(row))
                .list();
    }

    /// Against which somebody appealed, and nobody has answered; the oldest appeal first.
    List<Ruled> appealed(Handle handle, int most) {
        return handle.createQuery(SELECT + "where a.made is not null and a.decided is null order by a.made limit ?")
                .bind(0, most)
                .map((row, _) -> ruled(row))
                .list();
    }

    private Ruled ruled(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String network = row.getString("network");
        return new Ruled(
                new DecisionId(id),
                new CaseId(row.getLong("docket")),
                new BrowserId(row.getString("browser")),
                network == null ? null : new NetworkId(network),
                Instant.ofEpochMilli(row.getLong("made")),
                Columns.moderator(row, "moderator"),
                Columns.constant(row, "measure", Measure.class),
                Columns.constant(row, "rule", Rule.class),
                Columns.instant(row, "until"),
                text(FACTS, id, row.getBytes("sealed_facts")),
                row.getLong("noted") != 0,
                Columns.instant(row, "lifted"),
                vault.text(new Place(LIFTED, id), row.getBytes("sealed_lifted")),
                appeal(row, id));
    }

    private @Nullable Appeal appeal(ResultSet row, long id) throws SQLException {
        Instant made = Columns.instant(row, "appealed");
        if (made == null) return null;
        return new Appeal(
                made,
                text(TEXT, id, row.getBytes("sealed_text")),
                Columns.instant(row, "answered"),
                row.getBoolean("reversed"),
                vault.text(new Place(WORDS, id), row.getBytes("sealed_words")));
    }

    /// What another key locked is told as nothing: the decision itself still holds.
    private String text(String column, long id, byte @Nullable [] locked) {
        String text = vault.text(new Place(column, id), locked);
        return text == null ? "" : text;
    }
}
