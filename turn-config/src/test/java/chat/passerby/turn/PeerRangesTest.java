package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.net.Cidr;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Ranges are judged as coturn's `ioa_addr_in_range` does it, in the old way and in the new.
class PeerRangesTest {
    @Example
    void a_network_is_one_range() {
        assertThat(PeerRanges.of(Cidr.parse("10.0.0.0/8"))).containsExactly("10.0.0.0-10.255.255.255");
        assertThat(PeerRanges.of(Cidr.parse("192.0.2.1"))).containsExactly("192.0.2.1-192.0.2.1");
        assertThat(PeerRanges.of(Cidr.parse("fe80::/10")))
                .containsExactly("fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    }

    @Example
    void no_range_begins_or_ends_with_all_zeros_in_ipv6() {
        assertThat(PeerRanges.of(Cidr.parse("::/120"))).containsExactly("::1-::ff");
        assertThat(PeerRanges.of(Cidr.parse("::/112"))).containsExactly("::100-::ffff", "::1-::ffff");
        assertThat(PeerRanges.of(Cidr.parse("::/128"))).isEmpty();
        assertThat(PeerRanges.of(Cidr.parse("0.0.0.0"))).isEmpty();
    }

    @Property(tries = 2_000)
    void coturn_finds_in_the_ranges_what_is_in_the_network(
            @ForAll("networks") Cidr network, @ForAll("addresses") byte[] address) {
        byte[] inside = address.clone();
        byte[] first = network.network().getAddress();
        if (first.length == address.length)
            for (int bit = 0; bit < network.prefix(); bit++) {
                int mask = 0x80 >> bit % 8;
                inside[bit / 8] = (byte) ((inside[bit / 8] & ~mask) | (first[bit / 8] & mask));
            }
        for (byte[] peer : List.of(address, inside)) {
            if (isZero(peer)) continue; // is refused before the lists are looked at
            boolean in = network.contains(ip(peer));
            assertThat(found(network, peer, false))
                    .as("box: %s in %s", ip(peer), network)
                    .isEqualTo(in);
            assertThat(found(network, peer, true))
                    .as("span: %s in %s", ip(peer), network)
                    .isEqualTo(in);
        }
    }

    @Provide
    Arbitrary<byte[]> addresses() {
        Arbitrary<Byte> edges = Arbitraries.of((byte) 0, (byte) 1, (byte) 0x7f, (byte) 0x80, (byte) 0xfe, (byte) 0xff);
        Arbitrary<Byte> bytes = Arbitraries.oneOf(edges, Arbitraries.just((byte) 0), Arbitraries.bytes());
        return Arbitraries.oneOf(
                bytes.array(byte[].class).ofSize(4), bytes.array(byte[].class).ofSize(16));
    }

    @Provide
    Arbitrary<Cidr> networks() {
        return Combinators.combine(addresses(), Arbitraries.doubles().between(0, 1))
                .as((bytes, share) -> {
                    int prefix = (int) Math.round(share * bytes.length * 8);
                    for (int bit = prefix; bit < bytes.length * 8; bit++) bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
                    return new Cidr(ip(bytes), prefix);
                });
    }

    private static boolean found(Cidr network, byte[] peer, boolean spans) {
        return PeerRanges.of(network).stream().anyMatch(range -> {
            byte[] min = bytes(range.substring(0, range.indexOf('-')));
            byte[] max = bytes(range.substring(range.indexOf('-') + 1));
            return (isZero(min) || lessOrEqual(min, peer, spans)) && (isZero(max) || lessOrEqual(peer, max, spans));
        });
    }

    /// `addr_less_eq`: IPv4 before IPv6; IPv6 byte by byte until 4.16.
    private static boolean lessOrEqual(byte[] one, byte[] other, boolean spans) {
        if (one.length != other.length) return one.length < other.length;
        if (spans || one.length == 4) return Arrays.compareUnsigned(one, other) <= 0;
        for (int i = 0; i < one.length; i++) if ((one[i] & 0xff) > (other[i] & 0xff)) return false;
        return true;
    }

    /// `addr_any`
    private static boolean isZero(byte[] address) {
        return Arrays.equals(address, new byte[address.length]);
    }

    private static byte[] bytes(String text) {
        return InetAddress.ofLiteral(text).getAddress();
    }

    private static InetAddress ip(byte[] bytes) {
        try {
            return bytes.length == 4 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
