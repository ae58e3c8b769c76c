package chat.passerby.relay.peer;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.stun.Address;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortsTest {
    private final Ports ports = new Ports(50_000, 50_009, new Random(1));

    @Test
    void each_is_taken_once_until_there_is_none() {
        var taken = new HashSet<Integer>();
        for (int i = 0; i < 10; i++) taken.add(ports.take(Address.IPV4, false));

        assertThat(taken).hasSize(10).allMatch(port -> port >= 50_000 && port <= 50_009);
        assertThat(ports.take(Address.IPV4, false)).isEqualTo(-1);
        assertThat(ports.take(Address.IPV6, false)).isGreaterThan(0);
        ports.give(Address.IPV4, 50_003);
        assertThat(ports.take(Address.IPV4, false)).isEqualTo(50_003);
    }

    @Test
    void even_ones_alone_where_that_is_asked() {
        for (int i = 0; i < 5; i++)
            assertThat(ports.take(Address.IPV4, true) % 2).isZero();
        assertThat(ports.take(Address.IPV4, true)).isEqualTo(-1);
        assertThat(ports.take(Address.IPV4, false) % 2).isEqualTo(1);
    }

    @Test
    void live_is_what_is_open_and_in_no_other_family() {
        int port = ports.take(Address.IPV4, false);
        assertThat(ports.live(Address.IPV4, port)).isFalse();
        ports.open(Address.IPV4, port);
        assertThat(ports.live(Address.IPV4, port)).isTrue();
        assertThat(ports.live(Address.IPV6, port)).isFalse();
        ports.give(Address.IPV4, port);
        assertThat(ports.live(Address.IPV4, port)).isFalse();
        assertThat(ports.live(Address.IPV4, 22) || ports.live(Address.IPV4, 50_010))
                .isFalse();
    }
}
