package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.ANN;
import static chat.passerby.signaling.moderation.Samples.BEN;
import static chat.passerby.signaling.moderation.Samples.CAT;
import static chat.passerby.signaling.moderation.Samples.DAN;
import static chat.passerby.signaling.moderation.Samples.NOON;
import static chat.passerby.signaling.moderation.Samples.ROOM;
import static chat.passerby.signaling.moderation.Samples.at;
import static chat.passerby.signaling.moderation.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chat.passerby.signaling.config.Settings.Moderation;
import chat.passerby.signaling.moderation.FiledReport.Evidence;
import chat.passerby.signaling.moderation.FiledReport.Words;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.store.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CasesTest extends WithOffice {
    private static final byte[] PICTURE = "canary picture".repeat(100).getBytes(StandardCharsets.UTF_8);

    private CaseFile open(CaseId id) throws StorageException {
        return cases.open(id, mia, NOON).orElseThrow();
    }

    @Test
    void a_report_comes_back_as_it_was_made() throws Exception {
        Filed filed = cases.file(report(), false, NOON);

        assertThat(cases.newest(10))
                .containsExactly(new StoredReport(1, filed.id(), report(), Evidence.READABLE, false));
    }

    @Test
    void a_report_may_be_without_note_and_lines() throws Exception {
        var bare = new Report(
                NOON, Reason.MINOR, null, ROOM, Mode.TEXT, Duration.ZERO, Side.B, at(BEN), at(ANN), List.of());

        cases.file(bare, false, NOON);

        assertThat(cases.newest(10)).extracting(StoredReport::report).containsExactly(bare);
    }

    @Test
    void reports_outlast_a_restart() throws Exception {
        cases.file(report(), false, NOON);
        reopen(RULES);

        assertThat(cases.newest(10)).extracting(StoredReport::report).containsExactly(report());
    }

    @Test
    void the_newest_come_first_and_no_more_than_asked_for() throws Exception {
        for (int i = 1; i <= 5; i++) cases.file(report(new RoomId("room-" + i), NOON.plusSeconds(i)), false, NOON);

        assertThat(cases.newest(2)).extracting(StoredReport::id).containsExactly(5L, 4L);
    }

    @Test
    void nothing_that_people_wrote_or_showed_can_be_read_in_the_files() throws Exception {
        Filed filed = cases.file(report(), true, NOON);
        assertThat(cases.frame(upload(filed), PICTURE, NOON)).isTrue();
        decide(filed.id(), mia, new Ruling.Warn(), NOON);

        assertThat(onDisk())
                .doesNotContain("canary")
                .doesNotContain(filed.receipt().text());
    }

    @Test
    void with_another_key_a_report_is_there_and_cannot_be_read() throws Exception {
        Filed filed = cases.file(report(), false, NOON);
        Files.delete(folder.resolve("passerby.key"));
        reopen(RULES);

        FiledReport locked = open(filed.id()).reports().getFirst();
        assertThat(locked.evidence()).isEqualTo(Evidence.LOCKED);
        assertThat(locked.note()).isNull();
        assertThat(locked.lines()).isEmpty();
    }

    @Test
    void reports_about_one_browser_are_one_case_until_it_is_decided() throws Exception {
        CaseId first =
                cases.file(report(ANN, BEN, Reason.SPAM, NOON), false, NOON).id();
        CaseId second =
                cases.file(report(CAT, BEN, Reason.SPAM, NOON), false, NOON).id();
        CaseId other =
                cases.file(report(ANN, CAT, Reason.SPAM, NOON), false, NOON).id();
        decide(first, mia, new Ruling.Dismiss(), NOON);
        CaseId later =
                cases.file(report(DAN, BEN, Reason.SPAM, NOON), false, NOON).id();

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(later).isNotIn(first, other);
        assertThat(cases.queue(NOON)).extracting(CaseSummary::id).containsExactly(other, later);
    }

    @Test
    void urgent_cases_come_first_then_the_oldest() throws Exception {
        CaseId old =
                cases.file(report(ANN, BEN, Reason.SPAM, NOON), false, NOON).id();
        CaseId younger = cases.file(report(ANN, CAT, Reason.HATE, NOON.plusSeconds(1)), false, NOON)
                .id();
        CaseId urgent = cases.file(report(ANN, DAN, Reason.THREAT, NOON.plusSeconds(2)), false, NOON)
                .id();
        assertThat(cases.queue(NOON)).extracting(CaseSummary::id).containsExactly(urgent, old, younger);

        cases.file(report(DAN, CAT, Reason.MINOR, NOON.plusSeconds(3)), false, NOON);
        assertThat(cases.queue(NOON)).extracting(CaseSummary::id).containsExactly(younger, urgent, old);
    }

    @Test
    void the_queue_tells_of_how_many_and_why_and_nothing_of_whom() throws Exception {
        cases.file(report(ANN, BEN, Reason.SPAM, NOON), false, NOON);
        cases.file(report(CAT, BEN, Reason.SPAM, NOON.plusSeconds(9)), false, NOON);
        CaseId id = cases.file(report(DAN, BEN, Reason.INTIMATE_IMAGE, NOON.plusSeconds(5)), false, NOON)
                .id();

        assertThat(cases.queue(NOON))
                .containsExactly(new CaseSummary(
                        id,
                        Urgency.URGENT,
                        NOON,
                        NOON.plusSeconds(9),
                        3,
                        3,
                        Map.of(Reason.SPAM, 2, Reason.INTIMATE_IMAGE, 1),
                        true,
                        null,
                        null));
    }

    @Test
    void an_opened_case_shows_what_was_attached_and_how_much_was_not() throws Exception {
        FiledReport filed =
                open(cases.file(report(), false, NOON).id()).reports().getFirst();

        assertThat(filed.note()).isEqualTo(Samples.NOTE);
        assertThat(filed.lines())
                .containsExactly(
                        new Words(true, 1, NOON.minusSeconds(60), Samples.WORDS),
                        new Words(false, 4, NOON.minusSeconds(50), "no"));
        assertThat(filed.notAttached()).isEqualTo(3);
        assertThat(filed.credible()).isTrue();
    }

    @Test
    void who_opens_a_case_has_it_for_ten_minutes_and_another_sees_who() throws Exception {
        CaseId id = cases.file(report(), false, NOON).id();
        var until = NOON.plus(Duration.ofMinutes(10));
        open(id);

        assertThat(cases.open(id, max, NOON.plusSeconds(9))
                        .orElseThrow()
                        .summary()
                        .taken())
                .isEqualTo(new CaseSummary.Taken(mia, "Mia", until));
        assertThat(cases.open(id, max, until).orElseThrow().summary().taken())
                .isEqualTo(new CaseSummary.Taken(max, "Max", until.plus(Duration.ofMinutes(10))));
    }

    @Test
    void a_case_that_does_not_exist_is_not_opened() throws Exception {
        assertThat(cases.open(new CaseId(99), mia, NOON)).isEmpty();
    }

    @Test
    void a_receipt_is_easy_to_read_out_and_never_the_same() throws Exception {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 20; i++)
            codes.add(cases.file(report(new RoomId("room-" + i), NOON), false, NOON)
                    .receipt()
                    .text());

        assertThat(codes)
                .hasSize(20)
                .allSatisfy(code -> assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
    }

    @Test
    void who_reports_a_room_twice_gets_a_new_receipt_for_the_first() throws Exception {
        Filed first = cases.file(report(), false, NOON);
        Filed second = cases.file(report(ROOM, NOON.plusSeconds(60)), false, NOON);

        assertThat(second.receipt()).isNotEqualTo(first.receipt());
        assertThat(cases.newest(10)).extracting(StoredReport::report).containsExactly(report());
        assertThat(outcomes.ofReceipt(first.receipt())).isEmpty();
        assertThat(outcomes.ofReceipt(second.receipt())).isPresent();
    }

    @Test
    void a_picture_is_taken_once_and_for_two_minutes() throws Exception {
        Filed filed = cases.file(report(), true, NOON);
        Filed late = cases.file(report(CAT, BEN, Reason.SEXUAL, NOON), true, NOON);
        var minutes = NOON.plus(Duration.ofMinutes(2));

        assertThat(cases.frame(upload(filed), PICTURE, minutes.minusMillis(1))).isTrue();
        assertThat(cases.frame(upload(filed), PICTURE, minutes.minusMillis(1))).isFalse();
        assertThat(cases.frame(upload(late), PICTURE, minutes)).isFalse();
        assertThat(cases.frame(filed.receipt(), PICTURE, NOON)).isFalse();
        assertThat(open(filed.id()).reports()).extracting(FiledReport::frame).containsExactly(false, true);
        assertThat(cases.frameOf(filed.id(), 1, mia, NOON)).contains(PICTURE);
        assertThat(cases.frameOf(filed.id(), 2, mia, NOON)).isEmpty();
        assertThat(cases.frameOf(new CaseId(99), 1, mia, NOON)).isEmpty();
    }

    @Test
    void a_picture_that_nobody_announced_or_that_is_too_large_is_not_taken() throws Exception {
        assertThat(cases.file(report(), false, NOON).upload()).isNull();
        Code upload = upload(cases.file(report(CAT, BEN, Reason.SEXUAL, NOON), true, NOON));

        assertThatIllegalArgumentException().isThrownBy(() -> cases.frame(upload, new byte[200_001], NOON));
    }

    @Test
    void no_picture_is_taken_of_whom_somebody_calls_a_minor_unless_the_hoster_says_so() throws Exception {
        assertThat(cases.file(report(ANN, BEN, Reason.MINOR, NOON), true, NOON).upload())
                .isNull();

        reopen(new Moderation(Duration.ofDays(180), Duration.ofDays(30), 3, Duration.ofMinutes(30), true));
        assertThat(cases.file(report(CAT, BEN, Reason.MINOR, NOON), true, NOON).upload())
                .isNotNull();
    }

    @Test
    void a_case_has_twenty_pictures_at_most() throws Exception {
        for (int i = 0; i < 20; i++) {
            var one = report(new BrowserId("reporter-" + i), BEN, Reason.SELF_HARM, NOON);
            assertThat(cases.file(one, true, NOON).upload()).isNotNull();
        }

        assertThat(cases.file(report(), true, NOON).upload()).isNull();
    }

    @Test
    void a_full_disk_is_said_and_nothing_is_torn() throws Exception {
        pragma("max_page_count = 1");
        assertRefused("the disk is full");

        pragma("max_page_count = 100000");
        assertStoresAgain();
    }

    @Test
    void a_database_that_can_only_be_read_is_said() throws Exception {
        store.read(handle -> handle.execute("pragma query_only = on"));
        assertRefused("the database can only be read: look at the file's rights and how its disk is mounted");
        assertThat(cases.newest(10)).isEmpty();

        store.read(handle -> handle.execute("pragma query_only = off"));
        assertStoresAgain();
    }

    @Test
    void no_word_of_a_report_is_in_what_is_printed() throws Exception {
        CaseFile file = open(cases.file(report(), false, NOON).id());
        store.read(handle -> handle.execute("pragma query_only = on"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> cases.file(report(CAT, BEN, Reason.HATE, NOON), false, NOON))
                .satisfies(refusal -> {
                    var printed = new StringWriter();
                    refusal.printStackTrace(new PrintWriter(printed));
                    assertThat(printed.toString()).doesNotContain("canary");
                });
        assertThat(cases.newest(1).toString()).doesNotContain("canary");
        assertThat(report().lines().toString()).doesNotContain("canary");
        assertThat(file.toString()).doesNotContain("canary");
    }

    private void assertRefused(String words) {
        // Many, for the first ones may find room in a page that is there.
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 100; i++) cases.file(report(new RoomId("room-" + i), NOON), false, NOON);
                })
                .withMessage(folder.resolve("passerby.db") + ": " + words);
        assertThat(store.works()).isFalse();
    }

    private void assertStoresAgain() throws Exception {
        int before = cases.newest(1_000).size();
        cases.file(report(new RoomId("again"), NOON), false, NOON);
        assertThat(cases.newest(1_000))
                .hasSize(before + 1)
                .allSatisfy(stored -> assertThat(stored.report().lines()).hasSize(2));
        assertThat(store.works()).isTrue();
        assertThat(new Transparency(office).verify()).isEmpty();
        reopen(RULES);
        String integrity = store.read(handle ->
                handle.createQuery("pragma integrity_check").mapTo(String.class).one());
        assertThat(integrity).isEqualTo("ok");
        assertThat(cases.newest(1_000)).hasSize(before + 1);
    }
}
