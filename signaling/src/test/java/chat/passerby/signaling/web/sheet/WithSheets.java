package chat.passerby.signaling.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.connection.Gate;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.moderation.Kept;
import chat.passerby.signaling.moderation.Notices;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.moderation.audit.Month;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;
import chat.passerby.signaling.web.ErrorPage;
import chat.passerby.signaling.web.Listener;
import chat.passerby.signaling.web.Page;
import chat.passerby.signaling.web.SecurityHeaders;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The pages that are only read, over HTTP, with a database and a clock that stands.
abstract class WithSheets {
    static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Server server = new Server(new VirtualThreadPool());
    final Map<Key, String> options = new EnumMap<>(Key.class);

    @TempDir
    Path folder;

    Instant now = NOON;
    List<Month> months = List.of();
    List<Kept> kept = List.of(new Kept("chat", "words of a chat", "nowhere", "nothing", "not kept", "Room", null));
    Store store;
    Notices notices;
    private Secrets secrets;
    private @Nullable Sheets sheets;
    private int port;

    @BeforeEach
    void open() throws Exception {
        secrets = Secrets.ephemeral();
        store = Store.open(folder.resolve("data"));
        notices = new Notices(
                Office.of(store, secrets, Settings.read(null, Map.of()).moderation()));
    }

    /// Starts with what the test has set by now.
    void serve() throws Exception {
        Settings settings = Settings.read(null, options);
        var headers = new SecurityHeaders(settings.site().url());
        ServerConnector connector = Listener.on(server, new Settings.Http("localhost", 0), headers, null);
        server.addConnector(connector);
        server.setErrorHandler(new ErrorPage(headers));
        Page page = Page.inJar();
        var callers = new Callers(
                new Gate(secrets, () -> Set.of(origin()), settings.trustedProxies()),
                new NetworkLimits<>(now::toEpochMilli));
        sheets = new Sheets(
                page.sheet(),
                new Sheets.Matter(settings.about(), kept, () -> months, notices, callers),
                headers,
                () -> now);
        server.setHandler(new Handler.Sequence(sheets, page));
        server.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        store.close();
    }

    /// As the server's chores do every few seconds.
    void refresh() {
        if (sheets == null) throw new IllegalStateException("serve() first");
        sheets.refresh();
    }

    String origin() {
        return "http://localhost:" + port;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    /// As a browser sends a form from our page.
    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return post(path, encoded(fields));
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(form(path, body).header("Origin", origin()));
    }

    HttpRequest.Builder form(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    /// No words of anybody's have become markup: every tag is of a kind that we write, and none does anything.
    static void assertHarmless(String page) {
        assertThat(page.replaceAll("=\"[^\"]*\"", "=\"\""))
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<iframe")
                .doesNotContainIgnoringCase("<object")
                .doesNotContainPattern("(?i)<[^>]*\\son\\w+\\s*=")
                .doesNotContainPattern("(?i)<[^>]*\\sstyle\\s*=");
        assertThat(page).doesNotContainPattern("(?i)(href|src|action)=\"\\s*(javascript|data|vbscript):");
    }
}
