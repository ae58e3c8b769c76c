package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.ANN;
import static chat.passerby.signaling.moderation.Samples.BEN;
import static chat.passerby.signaling.moderation.Samples.CAT;
import static chat.passerby.signaling.moderation.Samples.NOON;
import static chat.passerby.signaling.moderation.Samples.ROOM;
import static chat.passerby.signaling.moderation.Samples.at;
import static chat.passerby.signaling.moderation.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.moderation.FiledReport.Evidence;
import chat.passerby.signaling.moderation.Outcome.State;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each row of the table really goes when its time is over, from the database and from its log: the clock is moved, and
/// the bytes of all files are searched.
class RetentionTest extends WithOffice {
    private static final Duration WINDOW = Duration.ofDays(180);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Instant MOMENT = NOON.plusMillis(1);

    private Retention retention;

    @BeforeEach
    void enforce() {
        retention = new Retention(office, Duration.ofSeconds(15), Duration.ofMinutes(30));
    }

    private void purge(Instant now) throws Exception {
        retention.purge(now);
        // The server's clock goes on; nothing may be left in what it wrote before.
        measures.reload(now);
    }

    private int count(String from) throws Exception {
        return store.read(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Integer.class)
                .one());
    }

    /// The bytes of all blobs of a column, as [#onDisk] shows them.
    private List<String> bytes(String column, String table) throws Exception {
        return store
                .read((Handle handle) -> handle.createQuery(
                                "select " + column + " from " + table + " where " + column + " is not null")
                        .mapTo(byte[].class)
                        .list())
                .stream()
                .map(blob -> new String(blob, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private void assertOnDisk(List<String> traces) {
        String disk = onDisk();
        assertThat(traces).isNotEmpty().allSatisfy(trace -> assertThat(disk).contains(trace));
    }

    private void assertGone(List<String> traces) {
        String disk = onDisk();
        assertThat(traces).isNotEmpty().allSatisfy(trace -> assertThat(disk).doesNotContain(trace));
    }

    private Filed reportedWithPicture() throws Exception {
        Filed filed = cases.file(report(), true, NOON);
        cases.frame(upload(filed), "picture".getBytes(StandardCharsets.UTF_8), NOON);
        return filed;
    }

    private List<String> evidence() throws Exception {
        var evidence = new ArrayList<>(bytes("sealed_evidence", "report"));
        evidence.addAll(bytes("sealed_jpeg", "frame"));
        return evidence;
    }

    @Test
    void every_row_says_what_where_why_how_long_and_by_what() {
        assertThat(retention.rows())
                .extracting(Kept::id)
                .doesNotHaveDuplicates()
                .contains("chat", "session", "room", "block", "evidence", "receipt", "statement", "audit", "counts");
        assertThat(retention.rows()).allSatisfy(row -> {
            assertThat(row.purpose()).isNotBlank();
            assertThat(row.time()).isNotBlank();
        });
        assertThat(retention.rows())
                .filteredOn(row -> row.id().equals("evidence"))
                .singleElement()
                .satisfies(row -> assertThat(row.time()).startsWith("30 days"));
    }

    @Test
    void rooms_after_thirty_minutes() throws Exception {
        new PastRooms(store).save(List.of(new PastRoom(ROOM, Mode.TEXT, at(ANN), at(BEN), NOON, NOON)));
        purge(NOON.plus(Duration.ofMinutes(30)));
        assertOnDisk(List.of(ROOM.value()));

        purge(MOMENT.plus(Duration.ofMinutes(30)));
        assertGone(List.of(ROOM.value(), ANN.value()));
    }

    @Test
    void blocks_after_180_days() throws Exception {
        new Blocks(store).add(ANN, BEN, NOON);
        purge(NOON.plus(WINDOW));
        assertOnDisk(List.of(ANN.value(), BEN.value()));

        purge(MOMENT.plus(WINDOW));
        assertGone(List.of(ANN.value(), BEN.value()));
    }

    @Test
    void evidence_of_what_nobody_decides_after_thirty_days_and_the_case_lapses() throws Exception {
        Filed filed = reportedWithPicture();
        List<String> evidence = evidence();
        purge(NOON.plus(MONTH));
        assertOnDisk(evidence);

        purge(MOMENT.plus(MONTH));
        assertGone(evidence);
        assertThat(cases.queue(NOON.plus(MONTH))).isEmpty();
        assertThat(outcomes.ofReceipt(filed.receipt()).orElseThrow().state()).isEqualTo(State.LAPSED);
        assertThat(cases.newest(1)).extracting(StoredReport::evidence).containsExactly(Evidence.DELETED);
    }

    @Test
    void evidence_of_a_measure_thirty_days_after_it() throws Exception {
        Filed filed = reportedWithPicture();
        Instant decided = NOON.plus(Duration.ofDays(20));
        decide(filed.id(), mia, new Ruling.Warn(), decided);
        List<String> evidence = evidence();
        purge(decided.plus(MONTH));
        assertOnDisk(evidence);

        purge(decided.plus(MONTH).plusMillis(1));
        assertGone(evidence);
    }

    @Test
    void evidence_of_what_was_dismissed_thirty_days_after_the_report() throws Exception {
        decide(reportedWithPicture().id(), mia, new Ruling.Dismiss(), NOON.plus(Duration.ofDays(20)));
        List<String> evidence = evidence();

        purge(MOMENT.plus(MONTH));
        assertGone(evidence);
    }

    @Test
    void evidence_stays_until_the_appeal_is_decided() throws Exception {
        DecisionId id = decide(reportedWithPicture().id(), mia, new Ruling.Warn(), NOON);
        List<String> evidence = evidence();
        appeals.make(office.statements().code(id), "not me", NOON);
        Instant later = NOON.plus(Duration.ofDays(500));
        purge(later);
        assertOnDisk(evidence);

        appeals.decide(id, max, false, "yes", later);
        purge(later);
        assertGone(evidence);
    }

    @Test
    void under_legal_hold_nothing_goes_for_a_year() throws Exception {
        Filed filed = reportedWithPicture();
        decide(filed.id(), mia, new Ruling.Dismiss(), NOON);
        var holds = new Holds(office);
        assertThat(holds.hold(filed.id(), mia, "canary court", NOON)).isTrue();
        assertThat(holds.hold(new CaseId(99), mia, "canary court", NOON)).isFalse();
        List<String> evidence = evidence();
        List<String> why = bytes("sealed_hold", "docket");
        assertThat(cases.open(filed.id(), max, NOON).orElseThrow().hold())
                .isEqualTo(new Hold(NOON.plus(Duration.ofDays(365)), mia, "canary court"));
        purge(NOON.plus(Duration.ofDays(365)).minusMillis(1));
        assertOnDisk(evidence);
        assertThat(onDisk()).doesNotContain("canary");

        purge(NOON.plus(Duration.ofDays(365)));
        assertGone(evidence);
        assertGone(why);
        assertThat(count("docket")).isZero();
    }

    @Test
    void a_released_hold_ends_at_once() throws Exception {
        Filed filed = reportedWithPicture();
        var holds = new Holds(office);
        holds.hold(filed.id(), mia, "police", NOON);
        List<String> evidence = evidence();
        purge(MOMENT.plus(MONTH));
        assertOnDisk(evidence);

        assertThat(holds.release(filed.id(), mia, NOON)).isTrue();
        assertThat(holds.release(filed.id(), mia, NOON)).isFalse();
        purge(MOMENT.plus(MONTH));
        assertGone(evidence);
    }

    @Test
    void receipts_and_statements_thirty_days_after_the_time_to_appeal() throws Exception {
        Filed filed = reportedWithPicture();
        DecisionId id = decide(filed.id(), mia, new Ruling.Warn(), NOON);
        Code code = office.statements().code(id);
        appeals.make(code, "not me", NOON);
        appeals.decide(id, max, false, "yes", NOON);
        var traces = new ArrayList<>(bytes("receipt", "report"));
        traces.addAll(bytes("statement", "decision"));
        traces.addAll(bytes("sealed_facts", "decision"));
        traces.addAll(bytes("sealed_text", "appeal"));
        traces.addAll(bytes("sealed_words", "appeal"));
        traces.addAll(List.of(ANN.value(), BEN.value()));
        Instant last = NOON.plus(WINDOW).plus(MONTH);
        purge(last);
        assertOnDisk(traces);
        assertThat(outcomes.ofReceipt(filed.receipt())).isPresent();
        assertThat(outcomes.ofStatement(code, last)).isPresent();

        purge(last.plusMillis(1));
        assertGone(traces);
        assertThat(outcomes.ofReceipt(filed.receipt())).isEmpty();
        assertThat(outcomes.ofStatement(code, last)).isEmpty();
        assertThat(count("docket")).isZero();
    }

    @Test
    void receipts_of_what_nobody_decided_too() throws Exception {
        cases.file(report(), false, NOON);
        purge(MOMENT.plus(MONTH));
        Instant last = MOMENT.plus(MONTH).plus(WINDOW).plus(MONTH);
        purge(last);
        assertThat(count("report")).isEqualTo(1);

        purge(last.plusMillis(1));
        assertGone(List.of(ANN.value(), BEN.value()));
    }

    @Test
    void a_ban_when_the_time_to_appeal_is_over_after_its_end() throws Exception {
        decide(reportedWithPicture().id(), mia, new Ruling.Ban(Duration.ofDays(365), true), NOON);
        Instant last = NOON.plus(Duration.ofDays(365)).plus(WINDOW);
        purge(last.minusMillis(1));
        assertThat(count("decision")).isEqualTo(1);
        assertOnDisk(List.of(BEN.value()));

        purge(last.plusMillis(1));
        assertGone(List.of(BEN.value()));
        assertThat(count("docket")).isZero();
    }

    @Test
    void what_is_still_undecided_stays_with_what_is_younger() throws Exception {
        cases.file(report(), false, NOON);
        Instant later = NOON.plus(Duration.ofDays(20));
        cases.file(report(CAT, BEN, Reason.HATE, later), false, later);
        purge(MOMENT.plus(MONTH));

        assertThat(cases.queue(later)).hasSize(1);
        assertThat(cases.newest(2))
                .extracting(StoredReport::evidence)
                .containsExactly(Evidence.READABLE, Evidence.DELETED);
    }

    @Test
    void codes_to_send_a_picture_and_invitations() throws Exception {
        cases.file(report(), true, NOON);
        var traces = new ArrayList<>(bytes("upload", "report"));
        traces.addAll(bytes("code", "invitation"));
        assertOnDisk(traces);

        purge(NOON.plus(Duration.ofDays(1)));
        assertGone(traces);
    }

    @Test
    void moderators_who_left_after_thirteen_months() throws Exception {
        moderators.remove("Mia", NOON);
        String handle = store.read(it -> it.createQuery("select handle from moderator where removed is not null")
                .mapTo(String.class)
                .one());
        Instant last = NOON.atOffset(ZoneOffset.UTC).plus(Period.ofMonths(13)).toInstant();
        purge(last);
        assertOnDisk(List.of(handle));

        purge(last.plusMillis(1));
        assertGone(List.of(handle));
        assertThat(moderators.list()).extracting(Person::name).containsExactly("Max");
    }

    @Test
    void the_audit_when_a_month_is_thirteen_months_old_and_its_counts_never() throws Exception {
        cases.file(report(), false, NOON);
        List<String> hashes = bytes("hash", "audit");
        purge(Instant.parse("2027-10-31T23:59:59Z"));
        assertOnDisk(hashes);

        purge(Instant.parse("2027-12-01T00:00:00Z"));
        assertGone(hashes.subList(0, hashes.size() - 1)); // the last is in the checkpoint
        var transparency = new Transparency(office);
        assertThat(transparency.verify()).isEmpty();
        assertThat(transparency.months().getLast().reports()).containsEntry(Reason.HARASSMENT, 1L);
        assertThat(count("tally")).isPositive();
    }
}
