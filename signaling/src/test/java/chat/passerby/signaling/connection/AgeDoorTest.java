package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.care.AgeIssuer;
import chat.passerby.signaling.config.Key;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A hoster who lets in adults only, on somebody else's word.
class AgeDoorTest extends WithServer {
    private static final String SERVICE = "https://age.example.org/passerby";

    private final AgeIssuer issuer;

    AgeDoorTest() throws GeneralSecurityException {
        issuer = AgeIssuer.ed25519();
    }

    @Override
    Map<Key, String> more() throws Exception {
        Map<Key, String> more = new EnumMap<>(Key.class);
        more.put(
                Key.AGE_ISSUER_KEY_FILE,
                Files.writeString(data.resolve("age.pem"), issuer.pem()).toString());
        more.put(Key.AGE_URL, SERVICE);
        return more;
    }

    private String proof(long seconds) throws Exception {
        return issuer.adult("http://localhost:" + port(), Instant.now().getEpochSecond() + seconds);
    }

    private static String hello(String more) {
        return "{\"type\":\"hello\",\"versions\":[1]" + more + "}";
    }

    private static String age(String token) {
        return ",\"age\":\"" + token + "\"";
    }

    private Client says(String hello) {
        Client client = Client.open(port());
        client.send(hello);
        return client;
    }

    private void is_turned_away(String hello, String detail) throws Exception {
        try (Client client = says(hello)) {
            JsonNode refused = client.await("refused");
            assertThat(refused.path("code").stringValue()).isEqualTo("age");
            assertThat(refused.path("detail").stringValue()).isEqualTo(detail);
            assertThat(client.closeCode()).isEqualTo(4007);
        }
    }

    @Test
    void who_brings_a_proof_comes_in() throws Exception {
        try (Client client = says(hello(age(proof(60))))) {
            assertThat(client.await("welcome").path("resumed").booleanValue()).isFalse();
        }
    }

    @Test
    void who_brings_none_or_an_old_one_does_not() throws Exception {
        is_turned_away(hello(""), "age is missing");
        is_turned_away(hello(age(proof(-1))), "age is over its time");
        is_turned_away(hello(age("made.up.here")), "age must hold over, exp and aud, and nothing else");
    }

    @Test
    void it_is_asked_for_at_every_door_also_by_who_comes_back() throws Exception {
        is_turned_away(hello(",\"lane\":\"" + LANE + "\""), "age is missing");
        try (Client client = says(hello(age(proof(60))))) {
            JsonNode welcome = client.await("welcome");
            String back = ",\"browserKey\":\"" + welcome.path("browserKey").stringValue()
                    + "\",\"resume\":{\"token\":\"" + welcome.path("token").stringValue()
                    + "\",\"received\":0,\"negotiation\":0}";
            is_turned_away(hello(back), "age is missing");
        }
    }

    @Test
    void the_page_leads_to_the_service_and_tells_it_nothing() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/age?who=me"))
                    .build();
            HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains(SERVICE);
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }
}
