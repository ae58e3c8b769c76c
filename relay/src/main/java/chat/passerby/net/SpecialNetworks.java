package chat.passerby.net;

import java.util.List;

/// The networks in which no stranger lives: a relay that reached them would open the hoster's own network, or the
/// cloud's, to every visitor. IANA's special-purpose registries (RFC 6890), multicast, and what was such a network
/// once.
public final class SpecialNetworks {
    /// One row.
    ///
    /// @param what it is for, and where that is written
    public record Special(Cidr network, String what) {}

    public static final List<Special> ALL = List.of(
            special("0.0.0.0/8", "this network (RFC 791)"),
            special("10.0.0.0/8", "private (RFC 1918)"),
            special("100.64.0.0/10", "behind a carrier's NAT (RFC 6598)"),
            special("127.0.0.0/8", "the machine itself (RFC 1122)"),
            special("169.254.0.0/16", "link-local, and the cloud's metadata service (RFC 3927)"),
            special("172.16.0.0/12", "private (RFC 1918)"),
            special("192.0.0.0/24", "protocol assignments (RFC 6890)"),
            special("192.0.2.0/24", "documentation (RFC 5737)"),
            special("192.31.196.0/24", "AS112, a sink (RFC 7535)"),
            special("192.52.193.0/24", "multicast tunnels (RFC 7450)"),
            special("192.88.99.0/24", "6to4 relays, given up (RFC 7526)"),
            special("192.168.0.0/16", "private (RFC 1918)"),
            special("192.175.48.0/24", "AS112, a sink (RFC 7534)"),
            special("198.18.0.0/15", "benchmarks (RFC 2544)"),
            special("198.51.100.0/24", "documentation (RFC 5737)"),
            special("203.0.113.0/24", "documentation (RFC 5737)"),
            special("224.0.0.0/4", "multicast (RFC 5771)"),
            special("240.0.0.0/4", "reserved, and broadcast (RFC 1112, RFC 919)"),
            special("::/64", "the machine itself, and IPv4 inside IPv6: mapped, compatible (RFC 4291)"),
            special("64:ff9b::/96", "IPv4 behind NAT64 (RFC 6052)"),
            special("64:ff9b:1::/48", "IPv4 behind a local NAT64 (RFC 8215)"),
            special("100::/64", "discarded (RFC 6666)"),
            special("100:0:0:1::/64", "dummies (RFC 9780)"),
            special("2001::/23", "protocol assignments, Teredo among them (RFC 2928, RFC 4380)"),
            special("2001:db8::/32", "documentation (RFC 3849)"),
            special("2002::/16", "IPv4 behind 6to4 (RFC 3056)"),
            special("2620:4f:8000::/48", "AS112, a sink (RFC 7534)"),
            special("3fff::/20", "documentation (RFC 9637)"),
            special("5f00::/16", "segment routing (RFC 9602)"),
            special("fc00::/7", "private (RFC 4193)"),
            special("fe80::/10", "link-local (RFC 4291)"),
            special("fec0::/10", "site-local, given up (RFC 3879)"),
            special("ff00::/8", "multicast (RFC 4291)"));

    private SpecialNetworks() {}

    private static Special special(String network, String what) {
        return new Special(Cidr.parse(network), what);
    }
}
