package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.ANN;
import static chat.passerby.signaling.moderation.Samples.BEN;
import static chat.passerby.signaling.moderation.Samples.CAT;
import static chat.passerby.signaling.moderation.Samples.DAN;
import static chat.passerby.signaling.moderation.Samples.NOON;
import static chat.passerby.signaling.moderation.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Month;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.store.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransparencyTest extends WithOffice {
    private Month november() throws StorageException {
        return new Transparency(office).months().getFirst();
    }

    @Test
    void a_month_tells_what_happened_in_it() throws Exception {
        var conversations = new Conversations(store);
        for (int i = 0; i < 7; i++) conversations.begin();
        conversations.writeDown(NOON);
        CaseId ben =
                cases.file(report(ANN, BEN, Reason.HATE, NOON), false, NOON).id();
        CaseId cat = cases.file(report(ANN, CAT, Reason.INTIMATE_IMAGE, NOON), false, NOON)
                .id();
        CaseId dan =
                cases.file(report(ANN, DAN, Reason.HATE, NOON), false, NOON).id();
        DecisionId ban = decide(ben, mia, new Ruling.Ban(Duration.ofDays(1), false), NOON.plus(Duration.ofMinutes(4)));
        decide(cat, mia, new Ruling.Warn(), NOON.plus(Duration.ofMinutes(10)));
        decide(dan, mia, new Ruling.Dismiss(), NOON.plus(Duration.ofMinutes(90)));
        appeals.make(office.statements().code(ban), "no", NOON);
        appeals.decide(ban, max, true, "yes", NOON);

        assertThat(november())
                .isEqualTo(new Month(
                        YearMonth.of(2026, 11),
                        7,
                        Map.of(Reason.HATE, 2L, Reason.INTIMATE_IMAGE, 1L),
                        Map.of(Measure.BAN, 1L, Measure.WARN, 1L),
                        1,
                        0,
                        0,
                        Duration.ofMinutes(10),
                        1,
                        1,
                        0,
                        0,
                        0));
    }

    @Test
    void automatic_measures_and_those_that_were_wrong_are_told() throws Exception {
        CaseId id = cases.file(report(ANN, BEN, Reason.HATE, NOON), false, NOON).id();
        for (BrowserId by : new BrowserId[] {CAT, DAN}) cases.file(report(by, BEN, Reason.HATE, NOON), false, NOON);
        decide(id, mia, new Ruling.Dismiss(), NOON);

        assertThat(november().automatic()).isEqualTo(1);
        assertThat(november().mistaken()).isEqualTo(1);
        assertThat(november().undone()).isZero();
    }

    @Test
    void each_month_for_itself_the_newest_first() throws Exception {
        Instant december = Instant.parse("2026-12-01T00:00:00Z");
        cases.file(report(ANN, BEN, Reason.HATE, NOON), false, NOON);
        cases.file(report(CAT, BEN, Reason.SPAM, december), false, december);

        assertThat(new Transparency(office).months())
                .extracting(Month::month)
                .containsExactly(YearMonth.of(2026, 12), YearMonth.of(2026, 11));
        assertThat(november().median()).isNull();
    }

    @Test
    void conversations_that_could_not_be_written_down_are_written_the_next_time() throws Exception {
        var conversations = new Conversations(store);
        conversations.begin();
        store.read(handle -> handle.execute("pragma query_only = on"));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> conversations.writeDown(NOON));

        store.read(handle -> handle.execute("pragma query_only = off"));
        conversations.writeDown(NOON);
        conversations.writeDown(NOON);
        assertThat(november().conversations()).isEqualTo(1);
    }

    @Test
    void everything_that_was_done_to_a_case_is_in_the_audit_without_a_word_of_it() throws Exception {
        CaseId id = cases.file(report(), false, NOON).id();
        decide(id, mia, new Ruling.Warn(), NOON);
        new Bundles(office).export(id, max, NOON);

        var rows = new Transparency(office).audit(4);
        assertThat(rows)
                .extracting(row -> row.entry().action())
                .containsExactly(Action.EXPORTED, Action.DECIDED, Action.OPENED, Action.REPORTED);
        assertThat(rows).allSatisfy(row -> assertThat(row.entry().docket()).isEqualTo(id.value()));
        assertThat(rows.toString()).doesNotContain("canary", BEN.value());
    }
}
