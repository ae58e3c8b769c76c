package chat.passerby.signaling.ice;

import chat.passerby.net.Cidr;
import chat.passerby.net.IpAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// At which addresses a stranger can live. Immutable.
///
/// @param loopback whether one lives on this machine
record Addresses(boolean loopback) {
    private static final List<Cidr> OWN = networks("127.0.0.0/8", "::1");
    /// This network, this link; multicast, reserved and broadcast; Teredo and 6to4, which nobody has any more and which
    /// carry an IPv4 address inside.
    private static final List<Cidr> DEAD =
            networks("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3", "2001::/32", "2002::/16");
    /// Of IPv6, only what is handed out, and private networks.
    private static final List<Cidr> ALIVE = networks("0.0.0.0/0", "2000::/3", "fc00::/7");
    /// How browsers hide a local address from pages (draft-ietf-mmusic-mdns-ice-candidates): a name of chance, known in
    /// the local network. Any other name could be anything there.
    private static final Pattern HIDDEN =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.local", Pattern.CASE_INSENSITIVE);

    boolean pass(Candidate candidate) {
        String address = candidate.address();
        if (HIDDEN.matcher(address).matches()) return candidate.host();
        @Nullable InetAddress ip = IpAddress.parse(address);
        if (ip == null) return false;
        if (ip instanceof Inet4Address && address.contains(":"))
            return false; // IPv4 in disguise, as no browser writes it
        if (loopback && in(OWN, ip)) return true;
        return in(ALIVE, ip) && !in(DEAD, ip);
    }

    private static boolean in(List<Cidr> networks, InetAddress ip) {
        return networks.stream().anyMatch(network -> network.contains(ip));
    }

    private static List<Cidr> networks(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
