package chat.passerby.relay.peer;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.net.Cidr;
import chat.passerby.net.SpecialNetworks;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerRulesTest {
    private static final RelayAddress RELAY = new RelayAddress(ip("10.0.0.5"), ip("8.8.4.4"));

    private final PeerRules rules =
            new PeerRules(List.of(), List.of(), List.of(RELAY), Set.of(ip("10.0.0.5"), ip("9.9.9.9")));

    private static InetAddress ip(String text) {
        return InetAddress.ofLiteral(text);
    }

    /// In full, for the JDK would make IPv4 addresses of some.
    private static InetAddress v6(String groups) {
        try {
            return Inet6Address.getByAddress(null, HexFormat.of().parseHex(groups.replace(" ", "")), -1);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:80b::200e"
            })
    void the_public_internet_is_reached(String peer) {
        assertThat(rules.allow(ip(peer))).isTrue();
    }

    @Test
    void and_no_special_network_from_its_first_address_to_its_last() {
        for (var special : SpecialNetworks.ALL) {
            assertThat(rules.allow(special.network().network()))
                    .as(special.what())
                    .isFalse();
            assertThat(rules.allow(special.network().last())).as(special.what()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000 0000 0000 0000 0000 0000 0000 0000", // ::
                "0000 0000 0000 0000 0000 0000 0000 0001", // ::1
                "0000 0000 0000 0000 0000 ffff 7f00 0001", // ::ffff:127.0.0.1
                "0000 0000 0000 0000 0000 ffff a9fe a9fe", // ::ffff:169.254.169.254
                "0000 0000 0000 0000 0000 ffff 0808 0808", // ::ffff:8.8.8.8
                "0000 0000 0000 0000 0000 0000 0a00 0001", // ::10.0.0.1
                "0000 0000 0000 0000 ffff 0000 7f00 0001", // ::ffff:0:127.0.0.1
                "0064 ff9b 0000 0000 0000 0000 7f00 0001", // NAT64
                "0064 ff9b 0001 0000 0000 0000 0a00 0001",
                "2002 7f00 0001 0000 0000 0000 0000 0001", // 6to4
                "2001 0000 4136 e378 8000 63bf 3fff fdd2" // Teredo
            })
    void nor_in_disguise(String peer) {
        assertThat(rules.allow(v6(peer))).isFalse();
    }

    /// Somebody lets a NAT64 in: what is behind it is still judged.
    @Test
    void what_hides_in_an_allowed_network_is_judged_as_well() {
        var lax = new PeerRules(
                List.of(
                        Cidr.parse("64:ff9b::/96"),
                        Cidr.parse("2002::/16"),
                        Cidr.parse("2001::/32"),
                        Cidr.parse("::/64")),
                List.of(),
                List.of(RELAY),
                Set.of());
        assertThat(lax.allow(v6("0064 ff9b 0000 0000 0000 0000 0808 0808"))).isTrue();
        assertThat(lax.allow(v6("0064 ff9b 0000 0000 0000 0000 a9fe a9fe"))).isFalse();
        assertThat(lax.allow(v6("2002 0808 0808 0000 0000 0000 0000 0001"))).isTrue();
        assertThat(lax.allow(v6("2002 c0a8 0001 0000 0000 0000 0000 0001"))).isFalse();
        assertThat(lax.allow(v6("2001 0000 0000 0000 0000 0000 f7f7 f7f7")))
                .as("8.8.8.8")
                .isTrue();
        assertThat(lax.allow(v6("2001 0000 0000 0000 0000 0000 80ff fffe")))
                .as("127.0.0.1")
                .isFalse();
        assertThat(lax.allow(v6("0000 0000 0000 0000 0000 ffff 0808 0808"))).isTrue();
        assertThat(lax.allow(v6("0000 0000 0000 0000 0000 ffff 7f00 0001"))).isFalse();
    }

    @Test
    void of_this_machine_only_the_relay() {
        assertThat(rules.allow(ip("8.8.4.4"))).as("announced").isTrue();
        assertThat(rules.allow(ip("10.0.0.5"))).as("bound").isFalse();
        assertThat(rules.allow(ip("9.9.9.9"))).as("another, public").isFalse();
    }

    @Test
    void what_the_operator_allows_comes_before_what_is_denied() {
        var own = new PeerRules(
                List.of(Cidr.parse("192.168.7.0/24"), Cidr.parse("9.9.9.9")),
                List.of(Cidr.parse("1.0.0.0/8"), Cidr.parse("192.168.7.0/30")),
                List.of(RELAY),
                Set.of(ip("9.9.9.9")));
        assertThat(own.allow(ip("192.168.7.1"))).isTrue();
        assertThat(own.allow(ip("9.9.9.9"))).isTrue();
        assertThat(own.allow(ip("192.168.8.1"))).isFalse();
        assertThat(own.allow(ip("1.1.1.1"))).isFalse();
        assertThat(own.allow(ip("2.2.2.2"))).isTrue();
    }
}
