package chat.passerby.turn.check;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.turn.TurnSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
    private static Optional<Advice> trouble(String relayed, int port, String server, @Nullable TurnSettings ours) {
        return new Placement(
                        new InetSocketAddress(InetAddress.ofLiteral(relayed), port),
                        InetAddress.ofLiteral(server),
                        ours)
                .trouble();
    }

    private static TurnSettings ours() throws Exception {
        return TurnSettings.read(Map.of(
                "turn.realm", "chat.example.org",
                "turn.ttl", "600",
                "turn.port", "3478",
                "turn.tls-port", "5349",
                "turn.relay-ports", "50000-50299",
                "turn.user-quota", "12",
                "turn.total-quota", "300",
                "turn.max-bps", "500000"));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.5, 8.8.8.8", "100.64.0.1, 8.8.8.8", "192.168.1.20, 8.8.8.8", "fd00::5, 2001:4860::1"})
    void behind_a_translation_that_it_does_not_know_nobody_reaches_it(String relayed, String server) throws Exception {
        assertThat(trouble(relayed, 50_000, server, ours())).hasValueSatisfying(advice -> {
            assertThat(advice.means()).isEqualTo("Nobody on the internet reaches that address.");
            assertThat(advice.change()).contains("turn.ip = ", "turn.external-ip = ");
        });
        assertThat(trouble(relayed, 50_000, server, null))
                .hasValueSatisfying(advice -> assertThat(advice.change()).startsWith("Tell who runs it"));
    }

    @Test
    void the_settings_to_change_are_given_in_full() throws Exception {
        assertThat(trouble("10.0.0.5", 50_000, "8.8.8.8", ours()).orElseThrow().change())
                .startsWith("Set turn.ip = 10.0.0.5 and turn.external-ip = 8.8.8.8; then restart Passerby");
    }

    @ParameterizedTest
    @CsvSource({"8.8.8.8, 8.8.8.8", "8.8.4.4, 10.0.0.5", "192.168.1.20, 192.168.1.20", "127.0.0.1, 127.0.0.1"})
    void at_home_or_on_the_internet_it_is_found(String relayed, String server) throws Exception {
        assertThat(trouble(relayed, 50_000, server, ours())).isEmpty();
        assertThat(trouble(relayed, 50_299, server, ours())).isEmpty();
    }

    @Test
    void its_port_is_one_that_the_firewall_lets_in() throws Exception {
        for (int port : new int[] {49_999, 50_300})
            assertThat(trouble("8.8.8.8", port, "8.8.8.8", ours()).orElseThrow().means())
                    .isEqualTo("That is not in turn.relay-ports (50000-50299).");
        assertThat(trouble("8.8.8.8", 1_024, "8.8.8.8", null)).isEmpty();
    }
}
