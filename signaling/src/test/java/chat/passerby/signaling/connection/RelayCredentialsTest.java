package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.signaling.config.Key;
import chat.passerby.turn.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who is told of the relays, and when, over real sockets.
class RelayCredentialsTest extends WithServer {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final Credentials credentials = new Credentials(new SharedSecret(SECRET), null, Duration.ofMinutes(10));

    @Override
    Map<Key, String> more() throws Exception {
        Path secret = Files.writeString(data.resolve("secret"), SECRET);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        return Map.of(
                Key.ICE_SERVERS, "stun:stun.example.org",
                Key.TURN_SECRET_FILE, secret.toString(),
                Key.TURN_URLS, "turn:turn.example.org:3478");
    }

    private String username(JsonNode message) {
        JsonNode servers = message.path("iceServers");
        assertThat(servers.path(0).path("urls").path(0).stringValue()).isEqualTo("stun:stun.example.org");
        assertThat(servers.path(0).has("credential")).isFalse();
        JsonNode relay = servers.path(1);
        assertThat(relay.path("urls").path(0).stringValue()).isEqualTo("turn:turn.example.org:3478");
        String username = relay.path("username").stringValue();
        assertThat(credentials.accepts(username, relay.path("credential").stringValue(), Instant.now()))
                .isTrue();
        return username;
    }

    @Test
    void for_video_each_negotiation_has_its_own() {
        try (Client ann = Client.open(port()).hello();
                Client bob = Client.open(port()).hello()) {
            Set<String> names = new HashSet<>();
            names.add(username(ann.find("video").await("waiting")));
            bob.find("video");
            names.add(username(ann.await("matched")));
            names.add(username(bob.await("matched")));
            bob.vanish();
            ann.await("partner-away");
            try (Client back = Client.open(port()).hello(bob.resume(0, 0))) {
                names.add(username(back.await("rejoined")));
            }
            assertThat(names).hasSize(4);
        }
    }

    @Test
    void for_text_and_at_rest_nobody_is_told_any() {
        try (Client ann = Client.open(port());
                Client bob = Client.open(port()).hello()) {
            ann.say("{'type':'hello','versions':[1]}");
            assertThat(ann.await("welcome").has("iceServers")).isFalse();
            assertThat(ann.find("text").await("waiting").has("iceServers")).isFalse();
            bob.find("text");
            assertThat(ann.await("matched").has("iceServers")).isFalse();
        }
    }

    @Test
    void in_the_line_they_are_told_once() {
        try (Client ann = Client.open(port()).hello()) {
            username(ann.find("video").await("waiting"));
            ann.say("{'type':'find','mode':'video','role':'chat','interests':['cats'],'languages':[]}");
            assertThat(ann.await("waiting").has("iceServers")).isFalse();
        }
    }
}
