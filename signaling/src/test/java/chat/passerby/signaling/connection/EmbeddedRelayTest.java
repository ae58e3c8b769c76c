package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.relay.RelayException;
import chat.passerby.signaling.Server;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import chat.passerby.turn.Credential;
import chat.passerby.turn.Login;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.check.Outcome;
import chat.passerby.turn.check.RelayCheck;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The server relays by itself, with nothing set: whoever comes for video is let in, as long as they need it.
class EmbeddedRelayTest extends WithServer {
    private final int turnPort = freePort();

    @Override
    Map<Key, String> more() {
        return new EnumMap<>(Map.of(
                Key.RELAY, "auto",
                Key.TURN_PORT, Integer.toString(turnPort),
                Key.TURN_RELAY_PORTS, "20000-29999"));
    }

    /// For UDP and for TCP.
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

    private static TurnServer told(JsonNode message) {
        JsonNode relay = message.path("iceServers").path(1);
        List<String> urls =
                relay.path("urls").valueStream().map(JsonNode::stringValue).toList();
        return new TurnServer(
                urls,
                new Login.Fixed(new Credential(
                        relay.path("username").stringValue(),
                        relay.path("credential").stringValue())));
    }

    private static List<Outcome> tried(TurnServer relay) throws Exception {
        return new RelayCheck(new SecureRandom())
                .check(List.of(relay), Instant.now()).getFirst().findings().stream()
                        .map(finding -> finding.outcome())
                        .toList();
    }

    @Test
    void visitors_are_told_of_it_and_it_serves_them() throws Exception {
        try (Client ann = Client.open(port()).hello()) {
            JsonNode waiting = ann.find("video").await("waiting");
            assertThat(waiting.path("iceServers").path(0).path("urls").path(0).stringValue())
                    .isEqualTo("stun:127.0.0.1:" + turnPort);
            TurnServer relay = told(waiting);
            assertThat(relay.urls())
                    .containsExactly("turn:127.0.0.1:" + turnPort, "turn:127.0.0.1:" + turnPort + "?transport=tcp");
            assertThat(tried(relay)).containsExactly(Outcome.WORKS, Outcome.WORKS);
        }
    }

    @Test
    void the_secret_is_made_once_and_for_nobody_else() throws Exception {
        Path secret = data.resolve("turn.secret");
        String made = Files.readString(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        restart();
        assertThat(Files.readString(secret)).isEqualTo(made);
    }

    @Test
    void what_is_not_needed_any_more_is_taken_back() throws Exception {
        try (Client ann = Client.open(port()).hello();
                Client bob = Client.open(port()).hello()) {
            TurnServer inLine = told(ann.find("video").await("waiting"));
            ann.say("{'type':'deposit','n':1,'sdp':'v=0'}").await("deposited");
            bob.find("video");
            TurnServer atMatch = told(bob.await("matched"));
            String room = ann.await("matched").path("room").stringValue();
            // the deposit became the call, so what it was gathered with goes on
            assertThat(tried(inLine)).containsOnly(Outcome.WORKS);
            assertThat(tried(atMatch)).containsOnly(Outcome.WORKS);

            ann.say("{'type':'next','room':'%s'}", room);
            TurnServer next = told(ann.await("waiting"));
            bob.await("partner-left");
            assertThat(tried(inLine)).containsOnly(Outcome.WRONG_PASSWORD);
            assertThat(tried(atMatch)).containsOnly(Outcome.WRONG_PASSWORD);
            assertThat(tried(next)).containsOnly(Outcome.WORKS);

            ann.say("{'type':'stop'}").await("stopped");
            assertThat(tried(next)).containsOnly(Outcome.WRONG_PASSWORD);
        }
    }

    @Test
    void a_port_that_is_taken_is_named(@TempDir Path elsewhere) throws Exception {
        Map<Key, String> options = new EnumMap<>(more());
        options.put(Key.HTTP_PORT, "0");
        options.put(Key.DATA_DIR, elsewhere.toString());
        options.put(Key.RELAY, "on");
        Settings settings = Settings.read(null, options);

        assertThatExceptionOfType(RelayException.class)
                .isThrownBy(() -> new Server(settings))
                .withMessageContaining(Integer.toString(turnPort));

        options.put(Key.RELAY, "auto");
        Server without = new Server(Settings.read(null, options));
        without.start();
        without.stop();
    }
}
