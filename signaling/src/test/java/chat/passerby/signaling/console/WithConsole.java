package chat.passerby.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.config.Origin;
import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.Decisions;
import chat.passerby.signaling.moderation.Measures;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.moderation.Peers;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;
import chat.passerby.signaling.web.ErrorPage;
import chat.passerby.signaling.web.Listener;
import chat.passerby.signaling.web.Page;
import chat.passerby.signaling.web.SecurityHeaders;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The console over real HTTP, with a clock that only the test moves.
abstract class WithConsole {
    static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong passed = new AtomicLong();

    @TempDir
    private Path data;

    private Store store;
    private int port;
    Office office;
    Moderators moderators;
    Cases cases;
    Decisions decisions;
    Measures measures;
    /// As the page's own.
    String origin = "";

    @BeforeEach
    void serve() throws Exception {
        store = Store.open(data);
        office = Office.of(
                store, Secrets.ephemeral(), Settings.read(null, Map.of()).moderation());
        moderators = new Moderators(office);
        measures = Measures.load(office, now());
        cases = new Cases(office, measures);
        decisions = new Decisions(office, measures, () -> new Peers(0, 0, true));
        var headers = new SecurityHeaders(null);
        ServerConnector connector = Listener.on(server, new Settings.Http("localhost", 0), headers, null);
        server.addConnector(connector);
        server.setErrorHandler(new ErrorPage(headers));
        var console = new Console(
                Page.forModerators(),
                new Premises(
                        office,
                        cases,
                        measures,
                        decisions,
                        new NetworkLimits<>(passed::get),
                        request -> new NetworkId("one"),
                        () -> new Origin("http", "localhost", port),
                        passed::get,
                        this::now));
        server.setHandler(new Handler.Sequence(console, Page.inJar()));
        server.start();
        port = connector.getLocalPort();
        origin = "http://localhost:" + port;
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        store.close();
    }

    Instant now() {
        return START.plusMillis(passed.get());
    }

    void passes(Duration time) {
        passed.addAndGet(time.toMillis());
    }

    /// A browser at the moderators' page.
    final class Desk {
        final Authenticator authenticator = new Authenticator();
        String cookie = "";

        HttpResponse<byte[]> posts(String word, Object body) throws Exception {
            HttpRequest.Builder request = question(word, JSON.writeValueAsString(body));
            if (!cookie.isEmpty()) request.header("Cookie", cookie);
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
            return answer;
        }

        JsonNode asks(String word, Object body) throws Exception {
            HttpResponse<byte[]> answer = posts(word, body);
            assertThat(answer.statusCode())
                    .as("%s: %s", word, new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
            return JSON.readTree(answer.body());
        }

        HttpResponse<byte[]> registers(String code) throws Exception {
            JsonNode begun = asks("invitation", Map.of("code", code));
            return posts(
                    "registration",
                    Map.of(
                            "ceremony", begun.get("ceremony").asString(),
                            "credential",
                                    authenticator.create(begun.get("options").asString(), origin)));
        }

        HttpResponse<byte[]> signsIn() throws Exception {
            JsonNode begun = asks("challenge", Map.of());
            return posts(
                    "sign-in",
                    Map.of(
                            "ceremony", begun.get("ceremony").asString(),
                            "credential", authenticator.get(begun.get("options").asString(), origin)));
        }

        int status() throws Exception {
            return posts("me", Map.of()).statusCode();
        }
    }

    /// Somebody who was invited, came in, and is signed in.
    Desk moderator(String name) throws Exception {
        var desk = new Desk();
        String code = moderators.add(name, now()).orElseThrow().code().text();
        passes(Duration.ofSeconds(2)); // the doors are looked at once a second
        assertThat(desk.registers(code).statusCode()).isEqualTo(200);
        return desk;
    }

    HttpRequest.Builder question(String word, String body) {
        return HttpRequest.newBuilder(URI.create(origin + "/moderate/api/" + word))
                .header("Origin", origin)
                .header("Passerby-Console", "moderator")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(origin + path)));
    }

    /// Sends this, then a letter each half minute of the test's clock, until there is an answer.
    String drips(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(50);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < 200; i++) {
                socket.getOutputStream().write('x');
                try {
                    byte[] answer = new byte[4_096];
                    return new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.UTF_8);
                } catch (SocketTimeoutException nothingYet) {
                    passes(Duration.ofSeconds(31));
                }
            }
            throw new AssertionError("It waits and waits");
        }
    }

    String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
