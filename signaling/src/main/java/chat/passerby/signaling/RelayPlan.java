package chat.passerby.signaling;

import chat.passerby.net.Cidr;
import chat.passerby.net.IpAddress;
import chat.passerby.relay.RelaySettings;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Origin;
import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.config.Settings.Http;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.InvalidTurnSettings;
import chat.passerby.turn.InvalidTurnSettings.Problem;
import chat.passerby.turn.OwnRelay;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.TurnSettings;
import chat.passerby.turn.TurnSettings.Peers;
import chat.passerby.turn.TurnSettings.Place;
import chat.passerby.turn.check.PublicAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where our own relay stands, and what visitors are told of that: from the hoster's settings of it, and of the page.
/// Immutable.
///
/// @param turn   the settings of TURN, as they are while it runs
/// @param server as visitors find it
/// @param here   the same, found by this machine where it listens
record RelayPlan(TurnSettings turn, RelaySettings relay, TurnServer server, TurnServer here) {
    private static final List<Cidr> LOOPBACK = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128"));

    static RelayPlan of(Settings settings) throws InvalidTurnSettings {
        TurnSettings set = settings.turn();
        Place place = place(settings);
        TurnSettings turn = with(set, set.servers(), set.credentials(), place, peers(settings));
        RelaySettings relay = OwnRelay.settings(turn, settings.data().resolve(OwnRelay.SECRET));
        sharesNoPort(settings.http(), place, relay);
        var credentials = set.credentials() != null
                ? set.credentials()
                : new Credentials(relay.access().secrets().getFirst(), null, set.ttl());
        int tlsPort = place.tls() == null ? 0 : place.tlsPort();
        var server = new TurnServer(urls(hosts(settings, relay), place.port(), tlsPort), credentials);
        List<InetAddress> bound =
                relay.from().addresses().stream().map(RelayAddress::bound).toList();
        var here = new TurnServer(server.urls(), credentials, bound);
        List<TurnServer> servers =
                Stream.concat(Stream.of(server), set.servers().stream()).toList();
        return new RelayPlan(with(turn, servers, credentials, place, turn.peers()), relay, server, here);
    }

    /// Page and relay cannot both listen on one TCP port of one address; in front of both, something else can.
    private static void sharesNoPort(Http page, Place place, RelaySettings relay) throws InvalidTurnSettings {
        var problems = new ArrayList<Problem>();
        for (InetAddress address : relay.listen().addresses()) {
            if (page.takes(address, place.port())) problems.add(shared("turn.port", address));
            if (place.tls() != null && page.takes(address, place.tlsPort()))
                problems.add(shared("turn.tls-port", address));
        }
        if (!problems.isEmpty()) throw new InvalidTurnSettings(problems);
    }

    private static Problem shared(String key, InetAddress address) {
        return new Problem(
                key,
                ("must differ from %s, where the page listens on %s, too: give one of them another port, or another"
                                + " address (%s, turn.ip); turn-config/nginx.conf shows how both can share one behind"
                                + " nginx")
                        .formatted(Key.HTTP_PORT, address.getHostAddress(), Key.HTTP_HOST));
    }

    /// The relay by itself, which knows of no page: it has its own addresses and its own certificate, or none. What the
    /// world sees in place of a private address, a STUN server may tell it as well.
    static RelaySettings alone(Settings settings) throws InvalidTurnSettings {
        TurnSettings set = settings.turn();
        Place place = set.place();
        List<InetAddress> ips = place.ips().isEmpty() ? OwnRelay.found() : place.ips();
        @Nullable
        InetAddress external = place.externalIp() != null ? place.externalIp() : external(ips, settings.iceServers());
        var there = new Place(ips, external, place.port(), place.tlsPort(), place.relayPorts(), place.tls());
        TurnSettings turn = with(set, set.servers(), set.credentials(), there, set.peers());
        return OwnRelay.settings(turn, settings.data().resolve(OwnRelay.SECRET));
    }

    /// The TURN settings for those who examine what runs: with the secret and the addresses of our own relay, if it is
    /// the one that runs.
    static TurnSettings running(Settings settings) throws InvalidTurnSettings {
        TurnSettings turn = settings.turn();
        if (!settings.relays() || settings.tellsOfOurs()) return turn;
        // Whoever only looks makes no secret: where there is none yet, it never ran.
        if (turn.credentials() == null && !Files.exists(settings.data().resolve(OwnRelay.SECRET))) return turn;
        return of(settings).turn;
    }

    private static TurnSettings with(
            TurnSettings turn, List<TurnServer> servers, @Nullable Credentials credentials, Place place, Peers peers) {
        return new TurnSettings(servers, credentials, turn.ttl(), turn.realm(), place, turn.quotas(), peers);
    }

    /// For trying out on one machine it stays on that machine; else it listens where the page does, and has the page's
    /// certificate if it has none of its own.
    private static Place place(Settings settings) {
        Place set = settings.turn().place();
        List<InetAddress> ips = set.ips().isEmpty() ? addresses(settings) : set.ips();
        @Nullable InetAddress external = set.externalIp() != null ? set.externalIp() : askedFor(ips, settings);
        TurnSettings.@Nullable Tls tls = set.tls();
        if (tls == null && settings.tls() != null)
            tls = new TurnSettings.Tls(
                    settings.tls().certificates(), settings.tls().key());
        return new Place(ips, external, set.port(), set.tlsPort(), set.relayPorts(), tls);
    }

    private static List<InetAddress> addresses(Settings settings) {
        if (settings.loopback()) return List.of(InetAddress.ofLiteral("127.0.0.1"));
        InetAddress page = IpAddress.parse(settings.http().host());
        boolean one = page != null && !page.isAnyLocalAddress() && !page.isLoopbackAddress();
        return one ? List.of(page) : OwnRelay.found();
    }

    private static @Nullable InetAddress askedFor(List<InetAddress> ips, Settings settings) {
        return settings.loopback() ? null : external(ips, settings.iceServers());
    }

    /// What the world sees in place of a private address, if a STUN server tells.
    private static @Nullable InetAddress external(List<InetAddress> ips, List<String> stun) {
        if (ips.stream().noneMatch(RelayPlan::isPrivate)) return null;
        try {
            return PublicAddress.seenBy(stun);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static boolean isPrivate(InetAddress ip) {
        return ip instanceof Inet4Address && ip.isSiteLocalAddress();
    }

    private static Peers peers(Settings settings) {
        Peers set = settings.turn().peers();
        if (!settings.loopback()) return set;
        return new Peers(
                Stream.concat(LOOPBACK.stream(), set.allowed().stream()).toList(), set.denied());
    }

    private static List<String> hosts(Settings settings, RelaySettings relay) {
        Origin site = settings.site().url();
        return site != null && !settings.loopback() ? List.of(site.host()) : literals(relay);
    }

    private static List<String> literals(RelaySettings relay) {
        return relay.from().addresses().stream()
                .map(RelayAddress::announced)
                .map(ip -> ip instanceof Inet4Address ? ip.getHostAddress() : "[" + ip.getHostAddress() + "]")
                .toList();
    }

    private static List<String> urls(List<String> hosts, int port, int tlsPort) {
        return hosts.stream()
                .flatMap(host -> Stream.of(
                        "turn:%s:%d".formatted(host, port),
                        "turn:%s:%d?transport=tcp".formatted(host, port),
                        "turns:%s:%d?transport=tcp".formatted(host, tlsPort)))
                .filter(url -> tlsPort != 0 || !url.startsWith("turns:"))
                .toList();
    }

    /// Whether it has no address of the internet.
    static boolean hidden(RelaySettings relay) {
        return relay.from().addresses().stream()
                .allMatch(address -> address.announced().isSiteLocalAddress());
    }
}
