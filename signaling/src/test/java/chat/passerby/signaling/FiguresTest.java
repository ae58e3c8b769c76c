package chat.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import chat.passerby.turn.check.Finding;
import chat.passerby.turn.check.Outcome;
import chat.passerby.turn.check.RelayHealth;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The metrics page of a whole server that relays, too.
class FiguresTest {
    @TempDir
    private Path data;

    private Server server;

    @BeforeEach
    void serve() throws Exception {
        Settings settings = Settings.read(
                null,
                Map.of(
                        Key.HTTP_PORT,
                        "0",
                        Key.METRICS_LISTEN,
                        "localhost:0",
                        Key.TURN_PORT,
                        Integer.toString(freePort()),
                        Key.DATA_DIR,
                        data.toString()));
        server = new Server(
                settings,
                relays -> List.of(new RelayHealth(
                        relays.getFirst(), List.of(new Finding("turn:127.0.0.1:3478", Outcome.SILENT, 0)))),
                null);
        server.start();
        server.lookAtRelays();
    }

    private static int freePort() throws Exception {
        try (var tcp = new ServerSocket(0);
                var udp = new DatagramSocket(tcp.getLocalPort())) {
            return udp.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String get(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private List<String> names() throws Exception {
        return get(server.metricsPort().orElseThrow())
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", -1)[2])
                .toList();
    }

    @Test
    void people_relays_and_the_process_are_told() throws Exception {
        assertThat(get(server.metricsPort().orElseThrow()).lines())
                .contains(
                        "passerby_connections 0",
                        "passerby_rooms 0",
                        "passerby_waiting{mode=\"text\"} 0",
                        "passerby_waiting{mode=\"video\"} 0",
                        "passerby_turn_works{url=\"turn:127.0.0.1:3478\"} 0",
                        "passerby_turn_outcome{url=\"turn:127.0.0.1:3478\",outcome=\"silent\"} 1",
                        "passerby_relay_allocations_live 0",
                        "passerby_relay_out_of_capacity_total 0");
    }

    @Test
    void visitors_do_not_find_it() throws Exception {
        assertThat(get(server.port())).contains("There is nothing here").doesNotContain("passerby_");
    }

    @Test
    void each_figure_has_a_name_of_its_own_and_a_line_in_the_manual() throws Exception {
        String manual = Files.readString(Path.of("../docs/operations.md"));

        assertThat(names())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(manual).contains("`" + name + "`"));
    }
}
