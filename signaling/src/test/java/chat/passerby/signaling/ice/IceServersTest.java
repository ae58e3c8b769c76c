package chat.passerby.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.signaling.protocol.IceServer;
import chat.passerby.turn.Credential;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.Login;
import chat.passerby.turn.TurnServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IceServersTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final Credentials NORTH = minted("north");
    private static final Credentials SOUTH = minted("south");

    private static Credentials minted(String secret) {
        return new Credentials(new SharedSecret(secret), null, Duration.ofMinutes(10));
    }

    private static IceServers with(TurnServer... relays) {
        return new IceServers(
                List.of("stun:stun.example.org"),
                List.of(relays),
                Duration.ofMinutes(10),
                new SecureRandom(),
                tag -> {});
    }

    @Test
    void without_any_the_list_is_empty() {
        assertThat(new IceServers(List.of(), List.of(), Duration.ofMinutes(10), new SecureRandom(), tag -> {})
                        .all(NOW)
                        .servers())
                .isEmpty();
    }

    @Test
    void stun_comes_first_and_needs_no_credentials() {
        IceServers servers = with(new TurnServer(List.of("turn:a.example.org"), NORTH));
        IceServer stun = new IceServer(List.of("stun:stun.example.org"), null, null);

        assertThat(servers.stun()).containsExactly(stun);
        assertThat(servers.all(NOW).servers()).hasSize(2).first().isEqualTo(stun);
    }

    @Test
    void each_negotiation_has_credentials_of_its_own_that_the_relay_accepts() {
        IceServers servers = with(new TurnServer(List.of("turn:a.example.org", "turns:a.example.org:443"), NORTH));
        var seen = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            IceServer told = servers.all(NOW).servers().getLast();
            assertThat(told.urls()).containsExactly("turn:a.example.org", "turns:a.example.org:443");
            assertThat(NORTH.accepts(told.username() + "", told.credential() + "", NOW))
                    .isTrue();
            seen.add(told.username() + "");
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void one_name_serves_at_all_relays_each_with_its_own_password() {
        List<IceServer> told = with(
                        new TurnServer(List.of("turn:a.example.org"), NORTH),
                        new TurnServer(List.of("turn:b.example.org"), SOUTH),
                        new TurnServer(List.of("turn:c.example.org"), new Login.Fixed(new Credential("us", "word"))))
                .all(NOW)
                .servers();

        IceServer a = of(told, "turn:a.example.org");
        IceServer b = of(told, "turn:b.example.org");
        assertThat(a.username()).isEqualTo(b.username());
        assertThat(NORTH.accepts(a.username() + "", a.credential() + "", NOW)).isTrue();
        assertThat(SOUTH.accepts(b.username() + "", b.credential() + "", NOW)).isTrue();
        assertThat(of(told, "turn:c.example.org"))
                .isEqualTo(new IceServer(List.of("turn:c.example.org"), "us", "word"));
    }

    private static IceServer of(List<IceServer> told, String url) {
        return told.stream()
                .filter(server -> server.urls().contains(url))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void relays_come_in_random_order() {
        IceServers servers = with(IntStream.range(0, 3)
                .mapToObj(i -> new TurnServer(List.of("turn:" + i + ".example.org"), NORTH))
                .toArray(TurnServer[]::new));
        var orders = new HashSet<List<List<String>>>();
        for (int i = 0; i < 500; i++)
            orders.add(servers.all(NOW).servers().stream().map(IceServer::urls).toList());

        assertThat(orders).hasSize(6);
    }
}
