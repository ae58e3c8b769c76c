package chat.passerby.turn.check;

import chat.passerby.net.Cidr;
import chat.passerby.turn.check.Line.What;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Whether visitors are kept from where no stranger lives: the machine itself, the networks behind it, the cloud's
/// metadata. One address for each kind, those that attackers try first.
///
/// @param allowed what the settings allow
record ForbiddenPeers(Door door, boolean ours, List<Cidr> allowed) implements Probe {
    /// @param hex as many bytes as it has: the JDK would make IPv4 addresses of some
    private record Peer(String text, String hex) {
        static Peer v4(String text) {
            return new Peer(
                    text, HexFormat.of().formatHex(InetAddress.ofLiteral(text).getAddress()));
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    private static final List<List<Peer>> IPV4 = List.of(
            List.of(Peer.v4("127.0.0.1"), Peer.v4("169.254.169.254"), Peer.v4("10.0.0.1"), Peer.v4("172.16.0.1")),
            List.of(Peer.v4("192.168.0.1"), Peer.v4("100.64.0.1"), Peer.v4("0.0.0.0"), Peer.v4("224.0.0.1")));
    private static final List<List<Peer>> IPV6 = List.of(
            List.of(
                    new Peer("::1", "00000000000000000000000000000001"),
                    new Peer("::127.0.0.1", "0000000000000000000000007f000001"),
                    new Peer("::ffff:127.0.0.1", "00000000000000000000ffff7f000001"),
                    new Peer("::ffff:169.254.169.254", "00000000000000000000ffffa9fea9fe"),
                    new Peer("ff02::1", "ff020000000000000000000000000001")),
            List.of(
                    new Peer("64:ff9b::127.0.0.1", "0064ff9b00000000000000007f000001"),
                    new Peer("2002:7f00:1::", "20027f00000100000000000000000000"),
                    new Peer("fc00::1", "fc000000000000000000000000000001"),
                    new Peer("fe80::1", "fe800000000000000000000000000001")));

    /// What came of some peers.
    ///
    /// @param reached the names of those that can be
    /// @param trouble why they could not be asked for, if so
    private record Group(List<String> reached, @Nullable Outcome trouble) {}

    /// How to get an address that is of the peers' kind.
    @FunctionalInterface
    private interface Entry {
        Door.Place enter() throws Failure, InterruptedException;
    }

    @Override
    public What what() {
        return What.PEERS;
    }

    /// Some at a time, each with a relayed address of its own: the server may be far away.
    @Override
    public void run(Chart chart) throws Failure, InterruptedException {
        List<Callable<Group>> groups = new ArrayList<>();
        for (List<Peer> peers : IPV4) groups.add(() -> group(peers, door::enter));
        for (List<Peer> peers : IPV6) groups.add(() -> group(peers, door::enterForIpv6));
        var reached = new ArrayList<String>();
        boolean ipv6 = true;
        for (var group : AtOnce.run(groups, door.site().deadline().left())) {
            Group found = group.orElseThrow(() -> new Failure(Outcome.SILENT));
            reached.addAll(found.reached);
            if (found.trouble == Outcome.REFUSED) ipv6 = false;
            else if (found.trouble != null) throw new Failure(found.trouble);
        }
        told(chart, reached, ipv6);
    }

    private static Group group(List<Peer> peers, Entry entry) throws InterruptedException {
        var reached = new ArrayList<String>();
        try (Door.Place place = entry.enter()) {
            for (Peer peer : peers)
                if (place.client().permit(peer.bytes()).isSuccessResponse()) reached.add(peer.text());
            return new Group(reached, null);
        } catch (Failure failure) {
            return new Group(reached, failure.outcome);
        }
    }

    private void told(Chart chart, List<String> reached, boolean ipv6) {
        List<String> meant = reached.stream().filter(this::allowed).toList();
        reached.removeAll(meant);
        String kinds = ipv6 ? "are refused, in IPv4 and IPv6" : "are refused, in IPv4; it relays no IPv6";
        String but = meant.isEmpty() ? "" : ", but for turn.allowed-peers: " + String.join(", ", meant);
        if (reached.isEmpty()) chart.good(what(), kinds + but);
        else chart.bad(what(), "are let through: " + String.join(", ", reached), advice());
    }

    private Advice advice() {
        String means = "Visitors get into that machine, or into what is behind it.";
        return ours ? new Advice(means, "Stop it; " + Advice.PRINT_ANEW) : Advice.theirs(means);
    }

    private boolean allowed(String peer) {
        InetAddress ip = InetAddress.ofLiteral(peer);
        return allowed.stream().anyMatch(network -> network.contains(ip));
    }
}
