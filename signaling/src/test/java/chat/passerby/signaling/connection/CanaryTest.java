package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.moderation.CaseFile;
import chat.passerby.signaling.moderation.Ruling;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Words, names, addresses and secrets go through everything, and afterwards stand nowhere but where they belong.
class CanaryTest extends WithServer {
    private static final String PASSED_ON = "canary yellow passed on";
    private static final String ATTACHED = "canary orange attached";
    private static final String NOTED = "canary white noted";
    private static final String APPEALED = "canary green appealed";
    private static final String ADDRESS = "127.77.143.9";

    private final int metrics = freePort();

    @Override
    Map<Key, String> more() {
        return new EnumMap<>(Map.of(Key.METRICS_LISTEN, "127.0.0.1:" + metrics));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All that is logged, at whatever level, while a story runs.
    private static final class Log extends Handler implements AutoCloseable {
        private final Queue<String> said = new ConcurrentLinkedQueue<>();
        private final Logger root = Logger.getLogger("chat.passerby");
        private final Level before = root.getLevel() == null ? Level.INFO : root.getLevel();

        Log() {
            setLevel(Level.ALL);
            setFormatter(new SimpleFormatter());
            root.setLevel(Level.ALL);
            root.addHandler(this);
        }

        @Override
        public void publish(LogRecord entry) {
            said.add(getFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            root.removeHandler(this);
            root.setLevel(before);
        }
    }

    @Test
    void what_passes_through_stands_nowhere_afterwards() throws Exception {
        try (Log log = new Log();
                Client ann = Client.open(port(), ADDRESS).hello();
                Client bob = Client.open(port(), "127.0.5.5").hello()) {
            bob.find("text").await("waiting");
            ann.find("text");
            JsonNode matched = bob.await("matched");
            String room = matched.path("room").stringValue();
            String annsAlias = matched.path("partner").stringValue();
            String bobsAlias = ann.await("matched").path("partner").stringValue();
            ann.say("{'type':'chat','room':'%s','line':1,'text':'%s'}", room, PASSED_ON);
            bob.await("chat");
            ann.say("{'type':'chat','room':'%s','line':2,'text':'%s'}", room, ATTACHED);
            JsonNode line = bob.await("chat");
            ann.say("{'type':'chat','room':'%s','line':'%s'}", room, PASSED_ON).await("refused");
            bob.say(
                            "{'type':'report','room':'%s','reason':'hate','note':'%s','frame':false,'lines':"
                                    + "[{'from':'%s','line':2,'at':%d,'text':'%s','seal':'%s'}]}",
                            room,
                            NOTED,
                            matched.path("side").stringValue().equals("a") ? "b" : "a",
                            line.path("at").longValue(),
                            ATTACHED,
                            line.path("seal").stringValue())
                    .await("reported");
            Bench bench = bench();
            CaseFile file = bench.first();
            assertThat(file.reports().getFirst().lines().getFirst().text()).isEqualTo(ATTACHED);
            bench.decide(new Ruling.Ban(Bench.DAY, false));
            String code = ann.await("judged").path("statement").path("code").stringValue();
            try (Post post = new Post(port())) {
                assertThat(post.json("appeal", "{'code':'%s','text':'%s'}", code, APPEALED)
                                .status())
                        .isEqualTo(200);
            }
            assertThat(ann.closeCode()).isEqualTo(4006);

            List<String> secrets = List.of(
                    PASSED_ON,
                    ATTACHED,
                    NOTED,
                    APPEALED,
                    ADDRESS,
                    annsAlias,
                    bobsAlias,
                    ann.token,
                    bob.token,
                    ann.browserKey,
                    bob.browserKey,
                    code);
            assertThat(String.join("", log.said)).doesNotContain(secrets);
            assertThat(read("http://127.0.0.1:" + metrics + "/metrics"))
                    .contains("passerby_reported_total ")
                    .doesNotContain(secrets);
            assertThat(read("http://127.0.0.1:" + port() + "/readyz")).doesNotContain(secrets);
            assertThat(read("http://127.0.0.1:" + port() + "/transparency.json"))
                    .doesNotContain(secrets);
            for (Path kept : files())
                assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1)).doesNotContain(secrets);
        }
    }

    private static String read(String address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    /// The database, its log, and the keys.
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }
}
