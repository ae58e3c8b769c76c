package chat.passerby.relay.peer;

import chat.passerby.net.Cidr;
import chat.passerby.net.SpecialNetworks;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which addresses a client may reach through the relay. An IPv4 address inside one of IPv6 must be allowed as well as
/// what it hides in. Immutable, for any thread.
///
/// The relay's own address is always allowed here, and judged port by port in [Hairpin]. Any other address of this
/// machine is denied: a service that its firewall hides from the world is not hidden from the relay.
public final class PeerRules {
    private final List<Cidr> allowed;
    private final List<Cidr> denied;
    private final List<RelayAddress> relays;
    private final Set<InetAddress> machine;

    /// @param allowed even if denied, special-purpose or this machine's
    /// @param denied  beside the special-purpose networks
    /// @param machine all addresses of this machine
    public PeerRules(List<Cidr> allowed, List<Cidr> denied, List<RelayAddress> relays, Set<InetAddress> machine) {
        this.allowed = List.copyOf(allowed);
        this.denied = List.copyOf(denied);
        this.relays = List.copyOf(relays);
        this.machine = Set.copyOf(machine);
    }

    public boolean allow(InetAddress peer) {
        if (relays.stream().anyMatch(relay -> relay.announced().equals(peer))) return true;
        if (!allowsAsItStands(peer)) return false;
        @Nullable InetAddress inside = inside(peer);
        return inside == null || allowsAsItStands(inside);
    }

    private boolean allowsAsItStands(InetAddress peer) {
        return holds(allowed, peer)
                || !(holds(denied, peer)
                        || machine.contains(peer)
                        || relays.stream().anyMatch(relay -> relay.bound().equals(peer))
                        || SpecialNetworks.ALL.stream()
                                .anyMatch(special -> special.network().contains(peer)));
    }

    private static boolean holds(List<Cidr> networks, InetAddress peer) {
        return networks.stream().anyMatch(network -> network.contains(peer));
    }

    /// The IPv4 address that a packet to one of IPv6 would come to, or null if there is none.
    static @Nullable InetAddress inside(InetAddress peer) {
        if (!(peer instanceof Inet6Address)) return null;
        byte[] ip = peer.getAddress();
        if (zeros(ip, 0, 8)) return v4(ip, 12, 0); // mapped, translated, compatible (RFC 4291, RFC 2765)
        if (starts(ip, 0x00, 0x64, 0xff, 0x9b)) return v4(ip, 12, 0); // NAT64 (RFC 6052, RFC 8215)
        if (starts(ip, 0x20, 0x02)) return v4(ip, 2, 0); // 6to4 (RFC 3056)
        if (starts(ip, 0x20, 0x01, 0x00, 0x00)) return v4(ip, 12, 0xff); // Teredo (RFC 4380)
        return null;
    }

    private static boolean zeros(byte[] ip, int from, int to) {
        return Arrays.equals(ip, from, to, new byte[to - from], 0, to - from);
    }

    private static boolean starts(byte[] ip, int... first) {
        for (int i = 0; i < first.length; i++) if (ip[i] != (byte) first[i]) return false;
        return true;
    }

    private static InetAddress v4(byte[] ip, int at, int mask) {
        byte[] v4 = Arrays.copyOfRange(ip, at, at + 4);
        for (int i = 0; i < v4.length; i++) v4[i] ^= (byte) mask;
        try {
            return InetAddress.getByAddress(v4);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has four bytes", e);
        }
    }
}
