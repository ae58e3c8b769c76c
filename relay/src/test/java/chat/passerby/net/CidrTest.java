package chat.passerby.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.0/8, ::a00:1, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::/0, 2001:db8::1, true",
        "127.0.0.0/8, ::ffff:127.0.0.1, true",
    })
    void holds_the_addresses_that_share_its_prefix(String cidr, String address, boolean held) {
        assertThat(Cidr.parse(cidr).contains(InetAddress.ofLiteral(address))).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255",
        "172.16.0.0/12, 172.31.255.255",
        "0.0.0.0/0, 255.255.255.255",
        "192.0.2.1, 192.0.2.1",
        "fe80::/10, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "::/64, ::ffff:ffff:ffff:ffff",
    })
    void its_last_address_has_all_bits_after_the_prefix(String cidr, String last) {
        assertThat(Cidr.parse(cidr).last()).isEqualTo(InetAddress.ofLiteral(last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "010.0.0.1",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4.5",
                "fe80::1%lo",
                "[::1]",
                ":::",
                "1::2::3",
                "::1 ",
                "12345::",
                "dead.beef:1"
            })
    void an_address_is_one_in_full_and_never_a_name(String text) {
        assertThat(IpAddress.parse(text)).isNull();
    }

    @Test
    void an_address_inside_another_family_is_what_it_is() {
        assertThat(IpAddress.parse("::ffff:192.0.2.1")).isEqualTo(InetAddress.ofLiteral("192.0.2.1"));
    }
}
