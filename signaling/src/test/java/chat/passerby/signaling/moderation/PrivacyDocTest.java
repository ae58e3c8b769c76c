package chat.passerby.signaling.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.lobby.Lobby;
import chat.passerby.signaling.room.Rooms;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/privacy.md` says what the server deletes by.
class PrivacyDocTest {
    private static final Path PAGE = Path.of("../docs/privacy.md");
    private static final String FROM = "<!-- Retention -->\n";
    private static final String TO = "<!-- so far -->";

    @TempDir
    private Path folder;

    @Test
    void the_table_on_the_page_is_the_one_that_is_enforced() throws Exception {
        String page = Files.readString(PAGE);

        assertThat(page).contains(FROM, TO);
        assertThat(page.substring(page.indexOf(FROM) + FROM.length(), page.indexOf(TO)))
                .as("what must stand between the two marks in docs/privacy.md")
                .isEqualTo(table());
    }

    private String table() throws Exception {
        try (Store store = Store.open(folder)) {
            Office office = Office.of(
                    store, Secrets.ephemeral(), Settings.read(null, Map.of()).moderation());
            var retention = new Retention(office, Duration.ofMillis(Lobby.GRACE), Rooms.REMEMBERED);
            return retention.rows().stream()
                    .map(row -> "| " + String.join(" | ", row.what(), row.where(), row.purpose(), row.time()) + " |\n")
                    .collect(Collectors.joining("", "| what | where | why | until when |\n|---|---|---|---|\n", ""));
        }
    }
}
