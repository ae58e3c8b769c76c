package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.Server;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.web.CheckKey;
import chat.passerby.turn.Credential;
import chat.passerby.turn.Login;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.check.RelayCheck;
import chat.passerby.turn.check.RelayHealth;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the hoster's browser is told for its own look at the relays, by a whole server with a relay of its own.
class CheckPageTest {
    private static final RelayCheck CHECK = relayCheck();

    private final HttpClient browser = HttpClient.newHttpClient();
    private final CheckKey key = CheckKey.random(new SecureRandom());
    private final int turnPort = freePort();

    @TempDir
    private Path data;

    private Server server;

    private static RelayCheck relayCheck() {
        try {
            return new RelayCheck(new SecureRandom());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0);
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort())) {
                return udp.getLocalPort();
            } catch (java.io.IOException taken) {
                // another one then
            }
        }
    }

    @BeforeEach
    void serve() throws Exception {
        server = start(key);
    }

    private Server start(@Nullable CheckKey hoster) throws Exception {
        Settings settings = Settings.read(
                null,
                Map.of(
                        Key.HTTP_HOST, "127.0.0.1",
                        Key.HTTP_PORT, "0",
                        Key.TURN_PORT, Integer.toString(turnPort),
                        Key.TURN_RELAY_PORTS, "20000-29999",
                        Key.DATA_DIR, data.toString()));
        Server started = new Server(settings, CheckPageTest::check, hoster);
        started.start();
        return started;
    }

    private static List<RelayHealth> check(List<TurnServer> servers) throws InterruptedException {
        return CHECK.check(servers, Instant.now());
    }

    @AfterEach
    void stop() {
        server.stop();
        browser.close();
    }

    private String secret() {
        return key.path().substring("/check#".length());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String authorization, String origin) throws Exception {
        return send(request("/check/servers")
                .header("Authorization", authorization)
                .header("Origin", origin)
                .POST(BodyPublishers.noBody()));
    }

    private String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    @Test
    void with_the_key_each_address_is_told_with_credentials_of_its_own_that_work() throws Exception {
        server.lookAtRelays();

        HttpResponse<String> answer = ask("Bearer " + secret(), origin());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode told = JsonMapper.shared().readTree(answer.body());
        var names = new HashSet<String>();
        for (JsonNode one : told.path("servers")) {
            names.add(one.path("username").stringValue());
            var relay = new TurnServer(
                    List.of(one.path("urls").path(0).stringValue()),
                    new Login.Fixed(new Credential(
                            one.path("username").stringValue(),
                            one.path("credential").stringValue())));
            assertThat(check(List.of(relay)).getFirst().works()).isTrue();
        }
        assertThat(names).hasSize(2);
        assertThat(told.path("seen").valueStream().map(seen -> seen.path("url").stringValue()))
                .containsExactly("turn:127.0.0.1:" + turnPort, "turn:127.0.0.1:" + turnPort + "?transport=tcp");
        assertThat(told.path("seen").path(0).path("says").stringValue()).isEqualTo("works");
    }

    @Test
    void the_page_is_there_and_not_by_the_name_of_its_file() throws Exception {
        HttpResponse<String> page = send(request("/check"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        assertThat(page.body()).contains("Do calls get through?").doesNotContain(secret());
        assertThat(send(request("/check.html")).statusCode()).isEqualTo(404);
        assertThat(send(request("/check.html.gz")).statusCode()).isEqualTo(404);
    }

    @Test
    void without_the_option_there_is_no_such_page() throws Exception {
        server.stop();
        server = start(null);

        assertThat(send(request("/check")).statusCode()).isEqualTo(404);
        assertThat(ask("Bearer " + secret(), origin()).statusCode()).isEqualTo(405); // the page is only read
        assertThat(send(request("/check/servers")).statusCode()).isEqualTo(404);
    }

    @Test
    void another_key_or_page_is_refused_in_words_for_the_hoster() throws Exception {
        for (String wrong : List.of("Bearer wrong", "Bearer ", "", secret(), "Bearer " + secret() + "x")) {
            HttpResponse<String> answer = ask(wrong, origin());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Open the link printed last");
        }
        HttpResponse<String> foreign = ask("Bearer " + secret(), "http://elsewhere.example");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("site.url");
        assertThat(send(request("/check/servers").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(403);
        assertThat(send(request("/check/servers")).statusCode()).isEqualTo(405);
    }

    @Test
    void guesses_are_counted_and_slowed_down() throws Exception {
        HttpResponse<String> last = ask("Bearer guess", origin());
        for (int i = 0; i < Limit.CHECK.burst() && last.statusCode() != 429; i++) last = ask("Bearer guess", origin());

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("\\d+"));
        assertThat(last.body()).contains("try again in");
        assertThat(ask("Bearer " + secret(), origin()).statusCode()).isEqualTo(429);
    }
}
