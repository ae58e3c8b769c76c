package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.RelayFault;
import chat.passerby.signaling.config.Key;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.check.RelayCheck;
import chat.passerby.turn.check.RelayHealth;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The relay inside the server stops in the middle of a call of two who hide.
class RelayLossTest extends WithServer {
    private final int turnPort = freePort();
    private Client ann;
    private Client bob;
    private String room;
    private int lines;

    @Override
    Map<Key, String> more() {
        return new EnumMap<>(Map.of(
                Key.RELAY, "on",
                Key.TURN_PORT, Integer.toString(turnPort),
                Key.TURN_RELAY_PORTS, "20000-29999"));
    }

    @Override
    List<RelayHealth> health(List<TurnServer> relays) throws InterruptedException {
        try {
            return new RelayCheck(new SecureRandom()).check(relays, Instant.now());
        } catch (NoSuchAlgorithmException e) {
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
    void a_call() {
        server().lookAtRelays();
        ann = hides(Client.open(port()).hello());
        ann.await("waiting");
        bob = hides(Client.open(port()).hello());
        bob.await("matched");
        JsonNode matched = ann.await("matched");
        assertThat(matched.path("relayed").booleanValue()).isTrue();
        room = matched.path("room").stringValue();
    }

    private static Client hides(Client who) {
        return who.say("{'type':'find','mode':'video','role':'chat','interests':[],'languages':[],'path':'private'}");
    }

    @AfterEach
    void go_home() {
        ann.close();
        bob.close();
    }

    private JsonNode readiness() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(client.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/readyz"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
        }
    }

    private void talk(String words) {
        ann.say("{'type':'chat','room':'%s','line':%d,'text':'%s'}", room, ++lines, words);
        assertThat(bob.await("chat").path("text").stringValue()).isEqualTo(words);
    }

    @Test
    void it_is_started_again_at_once_and_the_two_stay_together() throws Exception {
        RelayFault.stop(server());
        server().lookAtRelays();

        assertThat(readiness().path("relay").booleanValue()).isTrue();
        assertThat(readiness()
                        .path("relays")
                        .valueStream()
                        .map(one -> one.path("works").booleanValue()))
                .containsExactly(true, true);
        talk("hello");
        ann.say("{'type':'next','room':'%s'}", room).await("waiting"); // what was told is taken back, without an error
        bob.await("partner-left");
    }

    @Test
    void while_its_port_is_somebody_elses_private_is_not_offered_and_afterwards_it_is() throws Exception {
        RelayFault.stop(server());
        try (var udp = new DatagramSocket(null)) {
            udp.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), turnPort));
            server().lookAtRelays();

            assertThat(bob.await("paths").path("paths").toString()).isEqualTo("[\"direct\"]");
            assertThat(readiness().path("ready").booleanValue()).isTrue();
            assertThat(readiness().path("relay").booleanValue()).isFalse();
            assertThat(readiness().path("relays").path(0).path("outcome").stringValue())
                    .isEqualTo("silent");
            talk("still here");
        }
        server().lookAtRelays();

        assertThat(bob.await("paths").path("paths").toString()).isEqualTo("[\"direct\",\"private\"]");
        assertThat(readiness().path("relay").booleanValue()).isTrue();
        talk("as before");
    }
}
