package chat.passerby.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.turn.Credential;
import chat.passerby.turn.Login;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.check.Finding;
import chat.passerby.turn.check.Outcome;
import chat.passerby.turn.check.RelayHealth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two relays that come and go.
class RelaysTest {
    private static final Logger LOG = Logger.getLogger(Relays.class.getName());
    private static final String ONE = "turn:one.example.org";
    private static final String OTHER = "turn:other.example.org";

    private final Map<String, Outcome> world = new HashMap<>(Map.of(ONE, Outcome.WORKS, OTHER, Outcome.WORKS));
    private final List<String> said = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Relays relays = new Relays(List.of(server(ONE), server(OTHER)), this::look);

    private static TurnServer server(String url) {
        return new TurnServer(List.of(url), new Login.Fixed(new Credential("name", "password")));
    }

    private List<RelayHealth> look(List<TurnServer> servers) {
        return servers.stream()
                .map(server -> new RelayHealth(
                        server,
                        server.urls().stream()
                                .map(url -> new Finding(url, world.getOrDefault(url, Outcome.NO_NAME), 0))
                                .toList()))
                .toList();
    }

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(listener);
    }

    private void look() throws InterruptedException {
        said.clear();
        relays.look();
    }

    @Test
    void until_the_first_look_they_are_taken_to_work() {
        assertThat(relays.work()).isTrue();
        assertThat(new Relays(List.of(), this::look).work()).isFalse();
    }

    @Test
    void one_that_fails_is_told_of_once_and_the_other_is_enough() throws Exception {
        look();
        assertThat(said).containsExactlyInAnyOrder("TURN: " + ONE + " works", "TURN: " + OTHER + " works");
        world.put(ONE, Outcome.WRONG_SECRET);
        look();
        assertThat(relays.work()).isTrue();
        assertThat(said).singleElement().asString().contains(ONE, "does not share our secret");
        look();
        assertThat(said).isEmpty();
    }

    @Test
    void without_any_the_private_path_goes_and_comes_back_by_itself() throws Exception {
        world.put(ONE, Outcome.SILENT);
        world.put(OTHER, Outcome.CLOSED);
        look();
        assertThat(relays.work()).isFalse();
        assertThat(said).hasSize(3).last().asString().contains("the private path is not offered");
        world.put(OTHER, Outcome.WORKS);
        look();
        assertThat(relays.work()).isTrue();
        assertThat(said).hasSize(2).last().asString().contains("can be chosen again");
    }

    @Test
    void one_that_relays_for_anybody_works_and_is_warned_of() throws Exception {
        world.put(ONE, Outcome.OPEN);
        look();
        assertThat(relays.work()).isTrue();
        assertThat(said).anyMatch(line -> line.contains("for anybody, without a password"));
    }
}
