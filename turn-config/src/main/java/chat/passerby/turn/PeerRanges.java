package chat.passerby.turn;

import chat.passerby.net.Cidr;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.IntStream;

/// Networks as `first-last`, the way coturn's `allowed-peer-ip` and `denied-peer-ip` want them.
///
/// coturn compares in ways of its own (`ioa_addr_in_range`). A range that begins with `::` also holds every IPv4
/// address, and one that ends with `::` or `0.0.0.0` holds everything. Until 4.16 it compared each byte of an IPv6
/// address by itself, so that a range was a box and not a span; the two are the same for a network alone.
///
/// So a network that begins with `::` is written as one range for each byte that may be other than zero: together
/// they hold everything but `::` itself, which coturn always refuses.
final class PeerRanges {
    private PeerRanges() {}

    static List<String> of(Cidr network) {
        byte[] first = network.network().getAddress();
        byte[] last = network.last().getAddress();
        if (zero(last)) return List.of();
        if (first.length == 4 || !zero(first)) return List.of(range(first, last));
        return IntStream.range(0, last.length)
                .filter(i -> last[i] != 0)
                .mapToObj(i -> {
                    byte[] from = new byte[last.length];
                    from[i] = 1;
                    return range(from, last);
                })
                .toList();
    }

    private static boolean zero(byte[] address) {
        return IntStream.range(0, address.length).allMatch(i -> address[i] == 0);
    }

    private static String range(byte[] first, byte[] last) {
        return text(first) + "-" + text(last);
    }

    /// IPv6 with its first zeros left out (RFC 4291, section 2.2).
    static String text(byte[] address) {
        try {
            return address.length == 4
                    ? InetAddress.getByAddress(address).getHostAddress()
                    : Inet6Address.getByAddress(null, address, -1)
                            .getHostAddress()
                            .replaceFirst("(?:^|:)0(?::0)+(?:$|:)", "::");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has four or sixteen bytes", e);
        }
    }
}
