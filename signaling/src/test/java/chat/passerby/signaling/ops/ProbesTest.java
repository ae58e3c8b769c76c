package chat.passerby.signaling.ops;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.ice.RelayState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private final Server server = new Server();
    private Readiness readiness = new Readiness(false, true, true, List.of());

    @BeforeEach
    void serve() throws Exception {
        var connector = new ServerConnector(server);
        connector.setHost("localhost");
        server.addConnector(connector);
        server.setHandler(new Probes(() -> readiness));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void alive_is_all_that_healthz_says() throws Exception {
        readiness = new Readiness(true, false, false, List.of());

        HttpResponse<String> answer = get("/healthz");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok\n");
    }

    @Test
    void a_server_that_runs_is_ready() throws Exception {
        HttpResponse<String> answer = get("/readyz");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .isEqualTo("{\"draining\":false,\"storage\":true,\"relay\":true,\"relays\":[],\"ready\":true}");
    }

    @Test
    void a_server_that_drains_wants_nobody_new() throws Exception {
        readiness = new Readiness(true, true, true, List.of());

        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body()).contains("\"draining\":true", "\"ready\":false");
    }

    @Test
    void a_server_that_cannot_store_says_so_and_goes_on() throws Exception {
        readiness = new Readiness(false, false, true, List.of());

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).contains("\"storage\":false");
    }

    @Test
    void a_server_without_a_relay_says_so_and_goes_on() throws Exception {
        readiness = new Readiness(false, true, false, List.of());

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).contains("\"relay\":false");
    }

    @Test
    void each_address_of_a_turn_server_is_told_with_what_was_seen_there() throws Exception {
        var noon = Instant.parse("2026-11-21T12:00:00Z");
        readiness = new Readiness(
                false,
                true,
                true,
                List.of(new RelayState(
                        "turn:turn.example.org", false, "full", "has no room left", 486, noon, noon.plusSeconds(60))));

        assertThat(get("/readyz").body())
                .contains("\"relays\":[{\"url\":\"turn:turn.example.org\",\"works\":false,\"outcome\":\"full\","
                        + "\"says\":\"has no room left\",\"error\":486,\"since\":\"2026-11-21T12:00:00Z\","
                        + "\"looked\":\"2026-11-21T12:01:00Z\"}]");
    }

    @Test
    void other_paths_are_left_to_others() throws Exception {
        assertThat(get("/healthz/more").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.getURI().resolve(URI.create(path)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
