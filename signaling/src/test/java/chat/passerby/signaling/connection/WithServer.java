package chat.passerby.signaling.connection;

import chat.passerby.signaling.Server;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.check.Finding;
import chat.passerby.turn.check.Outcome;
import chat.passerby.turn.check.RelayHealth;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The real server, on a free port, with a data folder of its own.
abstract class WithServer {
    static final String LANE = "lane-for-tests";

    @TempDir
    Path data;

    private Server server;
    private volatile boolean relaysWork = true;

    @BeforeEach
    void serve() throws Exception {
        server = new Server(settings(0), this::health, null);
        server.start();
    }

    private Settings settings(int port) throws Exception {
        Map<Key, String> all = new EnumMap<>(more());
        all.put(Key.HTTP_HOST, "127.0.0.1");
        all.put(Key.HTTP_PORT, Integer.toString(port));
        all.put(Key.DATA_DIR, data.toString());
        all.put(Key.LANES, LANE);
        all.putIfAbsent(Key.RELAY, "off");
        return Settings.read(null, all);
    }

    /// What a test's server has beside that.
    Map<Key, String> more() throws Exception {
        return new EnumMap<>(Key.class);
    }

    List<RelayHealth> health(List<TurnServer> relays) throws InterruptedException {
        Outcome outcome = relaysWork ? Outcome.WORKS : Outcome.CLOSED;
        return relays.stream()
                .map(relay -> new RelayHealth(
                        relay,
                        relay.urls().stream()
                                .map(url -> new Finding(url, outcome, 0))
                                .toList()))
                .toList();
    }

    /// From now on, as the server finds out.
    void relaysWork(boolean work) {
        relaysWork = work;
        server.lookAtRelays();
    }

    /// Somebody who decides, as moderators do.
    Bench bench() throws Exception {
        return new Bench(server);
    }

    Cases cases() {
        return new Cases(server.office(), server.measures());
    }

    /// As after a clean stop.
    void restart() throws Exception {
        int port = port();
        server.stop();
        server = new Server(settings(port), this::health, null);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    Server server() {
        return server;
    }

    int port() {
        return server.port();
    }
}
