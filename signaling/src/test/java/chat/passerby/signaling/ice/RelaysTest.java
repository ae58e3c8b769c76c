package chat.passerby.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    private long now = 1_000;
    private final Relays relays = new Relays(List.of(server(ONE), server(OTHER)), this::look, () -> now);

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
        assertThat(new Relays(List.of(), this::look, () -> now).work()).isFalse();
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

    @Test
    void each_address_is_remembered_with_when_it_became_like_this() throws Exception {
        assertThat(relays.states()).isEmpty();
        look();
        world.put(OTHER, Outcome.WRONG_SECRET);
        now = 2_000;
        look();
        now = 3_000;
        look();
        assertThat(relays.states())
                .extracting(
                        RelayState::url,
                        RelayState::works,
                        RelayState::outcome,
                        state -> state.since().getEpochSecond(),
                        state -> state.looked().getEpochSecond())
                .containsExactly(tuple(ONE, true, "works", 1L, 3L), tuple(OTHER, false, "wrong-secret", 2L, 3L));
        assertThat(relays.states().getLast().says()).isEqualTo(Outcome.WRONG_SECRET.toString());
    }

    @Test
    void an_address_of_two_servers_works_if_it_does_for_either() throws Exception {
        var both = new Relays(
                List.of(server(ONE), server(ONE)),
                servers -> List.of(
                        new RelayHealth(servers.getFirst(), List.of(new Finding(ONE, Outcome.SILENT, 0))),
                        new RelayHealth(servers.getLast(), List.of(new Finding(ONE, Outcome.WORKS, 0)))),
                () -> now);
        both.look();
        assertThat(both.states()).singleElement().extracting(RelayState::works).isEqualTo(true);
    }
}
