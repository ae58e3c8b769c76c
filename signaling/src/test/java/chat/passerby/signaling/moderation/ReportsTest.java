package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.ANN;
import static chat.passerby.signaling.moderation.Samples.BEN;
import static chat.passerby.signaling.moderation.Samples.NOON;
import static chat.passerby.signaling.moderation.Samples.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.RoomId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    private Path folder;

    private Store store;
    private Reports reports;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(folder);
        reports = new Reports(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_report_comes_back_as_it_was_made() throws Exception {
        reports.store(Samples.report());

        assertThat(reports.list(10)).containsExactly(new StoredReport(1, Samples.report()));
    }

    @Test
    void a_report_may_be_without_note_and_lines() throws Exception {
        var bare = new Report(
                NOON,
                Reason.MINOR,
                null,
                ROOM,
                Mode.TEXT,
                Duration.ZERO,
                Side.B,
                Samples.at(BEN),
                Samples.at(ANN),
                List.of());

        reports.store(bare);

        assertThat(reports.list(10)).extracting(StoredReport::report).containsExactly(bare);
    }

    @Test
    void reports_outlast_a_restart() throws Exception {
        reports.store(Samples.report());
        store.close();
        open();

        assertThat(reports.list(10)).extracting(StoredReport::report).containsExactly(Samples.report());
    }

    @Test
    void the_newest_come_first_and_no_more_than_asked_for() throws Exception {
        for (int i = 1; i <= 5; i++) reports.store(Samples.report(new RoomId("room-" + i), NOON.plusSeconds(i)));

        assertThat(reports.list(2)).extracting(StoredReport::id).containsExactly(5L, 4L);
    }

    @Test
    void a_receipt_is_easy_to_read_out_and_never_the_same() throws Exception {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 20; i++)
            codes.add(
                    reports.store(Samples.report(new RoomId("room-" + i), NOON)).code());

        assertThat(codes)
                .hasSize(20)
                .allSatisfy(code -> assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
    }

    @Test
    void only_the_reporter_holds_the_receipt() throws Exception {
        Receipt receipt = reports.store(Samples.report());
        store.forget();

        assertThat(onDisk()).doesNotContain(receipt.code());
        assertThat(receipt).hasToString("Receipt");
    }

    @Test
    void who_reports_a_room_twice_gets_a_new_receipt_for_the_first() throws Exception {
        Receipt first = reports.store(Samples.report());
        Receipt second = reports.store(Samples.report(ROOM, NOON.plusSeconds(60)));

        assertThat(second).isNotEqualTo(first);
        assertThat(reports.list(10)).extracting(StoredReport::report).containsExactly(Samples.report());
    }

    @Test
    void what_is_purged_is_gone_from_the_disk_too() throws Exception {
        reports.store(Samples.report(new RoomId("old"), NOON));
        assertThat(onDisk()).contains("canary");

        assertThat(reports.purge(NOON.plusMillis(1))).isEqualTo(1);

        assertThat(reports.list(10)).isEmpty();
        assertThat(onDisk()).doesNotContain("canary").doesNotContain(ANN.value());
    }

    @Test
    void what_is_not_old_enough_stays() throws Exception {
        reports.store(Samples.report());

        assertThat(reports.purge(NOON)).isZero();
        assertThat(reports.list(10)).hasSize(1);
    }

    @Test
    void a_full_disk_is_said_and_nothing_is_torn() throws Exception {
        store.read(handle -> handle.createQuery("pragma max_page_count = 1")
                .mapTo(Integer.class)
                .one());
        assertRefused("the disk is full");

        store.read(handle -> handle.createQuery("pragma max_page_count = 100000")
                .mapTo(Integer.class)
                .one());
        assertStoresAgain();
    }

    @Test
    void a_database_that_can_only_be_read_is_said() throws Exception {
        store.read(handle -> handle.execute("pragma query_only = on"));
        assertRefused("the database can only be read: look at the file's rights and how its disk is mounted");
        assertThat(reports.list(10)).isEmpty();

        store.read(handle -> handle.execute("pragma query_only = off"));
        assertStoresAgain();
    }

    @Test
    void no_word_of_a_report_is_in_what_is_printed() throws Exception {
        store.read(handle -> handle.execute("pragma query_only = on"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> reports.store(Samples.report()))
                .satisfies(refusal -> {
                    var printed = new StringWriter();
                    refusal.printStackTrace(new PrintWriter(printed));
                    assertThat(printed.toString()).doesNotContain("canary");
                });
        assertThat(new StoredReport(1, Samples.report()).toString()).doesNotContain("canary");
        assertThat(Samples.report().lines().toString()).doesNotContain("canary");
    }

    private void assertRefused(String words) {
        // Many, for the first ones may find room in a page that is there.
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 100; i++) reports.store(Samples.report(new RoomId("room-" + i), NOON));
                })
                .withMessage(folder.resolve("passerby.db") + ": " + words);
        assertThat(store.works()).isFalse();
    }

    private void assertStoresAgain() throws StorageException {
        int before = reports.list(1_000).size();
        reports.store(Samples.report(new RoomId("again"), NOON));
        assertThat(reports.list(1_000))
                .hasSize(before + 1)
                .allSatisfy(stored -> assertThat(stored.report().lines()).hasSize(2));
        assertThat(store.works()).isTrue();
    }

    /// All that lies in the folder, whatever it is.
    private String onDisk() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return String.join("\n", files.map(ReportsTest::content).toList());
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
