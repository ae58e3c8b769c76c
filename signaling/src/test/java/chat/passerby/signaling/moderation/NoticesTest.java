package chat.passerby.signaling.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Notice.Who;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final ModeratorId MOD = new ModeratorId(1);
    private static final Notice NOTICE =
            new Notice(Who.ASKED, "canary picture", "canary place", "canary name", "canary@example.org");

    @TempDir
    private Path folder;

    private Store store;
    private Notices notices;
    private Retention retention;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(folder);
        Office office = Office.of(
                store, Secrets.ephemeral(), Settings.read(null, Map.of()).moderation());
        notices = new Notices(office);
        retention = new Retention(office, Duration.ofSeconds(15), Duration.ofMinutes(30));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_oldest_is_due_first() throws Exception {
        notices.file(NOTICE, NOON);
        notices.file(NOTICE, NOON.plusSeconds(60));

        assertThat(notices.queue())
                .extracting(NoticeSummary::due)
                .containsExactly(
                        NOON.plus(Duration.ofDays(2)), NOON.plusSeconds(60).plus(Duration.ofDays(2)));
    }

    @Test
    void a_decision_is_told_to_whoever_holds_the_code_and_stands() throws Exception {
        Code code = notices.file(NOTICE, NOON).orElseThrow();
        NoticeId id = notices.queue().getFirst().id();

        assertThat(notices.decide(id, MOD, NoticeState.REFUSED, "no such picture", NOON.plusSeconds(60)))
                .isTrue();
        assertThat(notices.decide(id, MOD, NoticeState.ACTED, "changed my mind", NOON.plusSeconds(70)))
                .isFalse();

        assertThat(notices.queue()).isEmpty();
        assertThat(notices.outcome(code))
                .contains(new NoticeOutcome(
                        NOON,
                        NOON.plus(Duration.ofDays(2)),
                        NoticeState.REFUSED,
                        NOON.plusSeconds(60),
                        "no such picture"));
        assertThat(notices.open(id, MOD, NOON).orElseThrow().answer()).isEqualTo("no such picture");
    }

    @Test
    void an_unknown_code_or_number_is_nothing() throws Exception {
        notices.file(NOTICE, NOON);

        assertThat(notices.outcome(new Code("7K3M-Q2ZD-9XTA-5VWP"))).isEmpty();
        assertThat(notices.open(new NoticeId(99), MOD, NOON)).isEmpty();
        assertThat(notices.decide(new NoticeId(99), MOD, NoticeState.ACTED, "x", NOON))
                .isFalse();
    }

    @Test
    void a_decision_needs_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notices.decide(new NoticeId(1), MOD, NoticeState.OPEN, "x", NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notices.decide(new NoticeId(1), MOD, NoticeState.ACTED, " ", NOON));
    }

    @Test
    void no_file_holds_what_was_written() throws Exception {
        Code code = notices.file(NOTICE, NOON).orElseThrow();
        notices.decide(notices.queue().getFirst().id(), MOD, NoticeState.ACTED, "canary answer", NOON);

        assertThat(files()).doesNotContain("canary").doesNotContain(code.text());
    }

    @Test
    void everything_done_stands_in_the_audit() throws Exception {
        notices.file(NOTICE, NOON);
        NoticeId id = notices.queue().getFirst().id();
        notices.open(id, MOD, NOON);
        notices.decide(id, MOD, NoticeState.ACTED, "done", NOON);

        assertThat(actions()).isEqualTo("NOTICED,NOTICE_OPENED,NOTICE_DECIDED");
    }

    @Test
    void a_flood_ends_somewhere() throws Exception {
        store.write(handle -> handle.execute("""
                with recursive n (i) as (select 1 union all select i + 1 from n where i < ?)
                insert into notice (code, created, sealed_words, state) select cast(i as blob), 0, x'', 'OPEN' from n
                """, Notices.MOST_OPEN));

        assertThat(notices.file(NOTICE, NOON)).isEmpty();
    }

    @Test
    void it_goes_30_days_after_the_decision_from_the_file_and_its_log() throws Exception {
        Code code = notices.file(NOTICE, NOON).orElseThrow();
        Instant decided = NOON.plus(Duration.ofDays(1));
        notices.decide(notices.queue().getFirst().id(), MOD, NoticeState.ACTED, "done", decided);

        assertThat(retention.purge(decided.plus(Notices.KEPT))).isZero();
        assertThat(retention.purge(decided.plus(Notices.KEPT).plusMillis(1))).isEqualTo(1);

        assertThat(notices.outcome(code)).isEmpty();
        assertThat(Files.size(folder.resolve("passerby.db-wal"))).isZero();
    }

    @Test
    void undecided_it_goes_after_180_days() throws Exception {
        notices.file(NOTICE, NOON);

        assertThat(retention.purge(NOON.plus(Notices.KEPT_UNDECIDED))).isZero();
        assertThat(retention.purge(NOON.plus(Notices.KEPT_UNDECIDED).plusMillis(1)))
                .isEqualTo(1);
    }

    private String actions() throws Exception {
        return store.read(handle -> handle.createQuery("select group_concat(action) from audit order by seq")
                .mapTo(String.class)
                .one());
    }

    private String files() throws Exception {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }
}
