package chat.passerby.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.passerby.net.Cidr;
import chat.passerby.relay.Relay;
import chat.passerby.relay.RelayException;
import chat.passerby.relay.RelaySettings;
import chat.passerby.relay.RelaySettings.Access;
import chat.passerby.relay.RelaySettings.From;
import chat.passerby.relay.RelaySettings.Listen;
import chat.passerby.relay.RelaySettings.Patience;
import chat.passerby.relay.RelaySettings.Peers;
import chat.passerby.relay.RelaySettings.Quotas;
import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.turn.Credentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the load counts, and what the relay counts of the same packets.
class LoadTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final SharedSecret SECRET = new SharedSecret("0123456789abcdef0123456789abcdef");

    private record Near(InetSocketAddress address, Credentials credentials) implements Turn {}

    private static Relay relay() throws RelayException {
        return Relay.start(new RelaySettings(
                new Listen(List.of(LOOPBACK), 0, List.of(), null),
                new From(List.of(new RelayAddress(LOOPBACK)), 27_000, 27_199),
                new Access("bench.example.org", List.of(SECRET)),
                // Less than is offered: some of it is lost, and must be found missing.
                new Quotas(1, 100, 2_000),
                new Peers(List.of(Cidr.parse("127.0.0.0/8")), List.of()),
                Patience.DEFAULT,
                2));
    }

    private static Turn near(Relay relay) {
        return new Near(relay.addresses().getFirst(), new Credentials(SECRET, null, Duration.ofMinutes(1)));
    }

    private static long count(Relay relay, Counter counter) {
        return relay.metrics().getOrDefault(counter, 0L);
    }

    @Test
    void every_packet_is_either_relayed_or_lost() throws Exception {
        assumeTrue(Files.isReadable(Sockets.TABLE), "Skipped: drops are read from " + Sockets.TABLE);
        try (Relay relay = relay();
                var load = new Load(Road.open(near(relay), 3), 500)) {
            Tally tally = load.offer(1_000, 0.3);

            long relayed = count(relay, Counter.PACKETS_OUT) + count(relay, Counter.PACKETS_IN);
            long refused = count(relay, Counter.OVER_RATE);
            assertThat(tally.sent()).isEqualTo(300);
            assertThat(refused).isPositive();
            assertThat(tally.relayed()).isEqualTo(relayed).isEqualTo(300 - refused);
            assertThat(tally.loss()).isEqualTo(refused / 300.0);
        }
    }
}
