package chat.passerby.signaling;

import chat.passerby.net.Cidr;
import chat.passerby.net.IpAddress;
import chat.passerby.relay.Relay;
import chat.passerby.relay.RelayException;
import chat.passerby.relay.RelaySettings;
import chat.passerby.signaling.config.RelayRule;
import chat.passerby.signaling.config.Settings;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.InvalidTurnSettings;
import chat.passerby.turn.OwnRelay;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.TurnSettings;
import chat.passerby.turn.TurnSettings.Peers;
import chat.passerby.turn.TurnSettings.Place;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own STUN and TURN server, run in this process with the hoster's TURN settings. Any thread.
final class EmbeddedRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRelay.class);
    private static final List<Cidr> OWN = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128"));

    private final Relay relay;
    private final TurnServer server;
    private final TurnServer here;
    private final List<String> stun;
    /// No address of the internet.
    private final boolean hidden;

    private EmbeddedRelay(Relay relay, TurnServer server, TurnServer here, List<String> stun, boolean hidden) {
        this.relay = relay;
        this.server = server;
        this.here = here;
        this.stun = stun;
        this.hidden = hidden;
    }

    /// Starts it, if the settings want it; null if not, or if it cannot and need not.
    ///
    /// @throws RelayException if it cannot and must
    static @Nullable EmbeddedRelay start(Settings settings) throws RelayException, InvalidTurnSettings {
        if (!settings.relays()) return null;
        try {
            EmbeddedRelay relay = open(settings);
            LOG.info("Relaying too, at {}", String.join(", ", relay.server.urls()));
            if (relay.hidden && !settings.loopback())
                LOG.warn("The relay has a private address, which the internet does not reach: if visitors come from"
                        + " there, set turn.ip and turn.external-ip");
            return relay;
        } catch (RelayException e) {
            if (settings.relay() == RelayRule.ON) throw e;
            LOG.warn(
                    "No relay: {}. People whose networks let nothing through directly will not see each other, and"
                            + " nobody can choose the private path. Set relay = off if that is meant.",
                    e.getMessage());
            return null;
        }
    }

    private static EmbeddedRelay open(Settings settings) throws RelayException, InvalidTurnSettings {
        TurnSettings turn = here(settings);
        RelaySettings plan = OwnRelay.settings(turn, settings.data().resolve(OwnRelay.SECRET));
        Relay relay = Relay.start(plan);
        var credentials = turn.credentials() != null
                ? turn.credentials()
                : new Credentials(plan.access().secrets().getFirst(), null, turn.ttl());
        List<String> own = plan.from().addresses().stream()
                .map(address -> literal(address.bound()))
                .toList();
        List<String> hosts = settings.site().url() != null && !settings.loopback()
                ? List.of(settings.site().url().host())
                : plan.from().addresses().stream()
                        .map(address -> literal(address.announced()))
                        .toList();
        int port = relay.addresses().getFirst().getPort();
        int tlsPort =
                relay.encrypted().isEmpty() ? 0 : relay.encrypted().getFirst().getPort();
        return new EmbeddedRelay(
                relay,
                new TurnServer(urls(hosts, port, tlsPort), credentials),
                new TurnServer(urls(own, port, 0), credentials),
                hosts.stream().map(host -> "stun:" + host + ":" + port).toList(),
                plan.from().addresses().stream()
                        .allMatch(address -> address.announced().isSiteLocalAddress()));
    }

    /// The hoster's settings, and what follows from those of the page: for trying out on one machine it stays on that
    /// machine, it listens where the page does, and has the page's certificate if it has none of its own.
    private static TurnSettings here(Settings settings) {
        TurnSettings turn = settings.turn();
        Place place = turn.place();
        List<InetAddress> ips = place.ips();
        List<Cidr> allowed = turn.peers().allowed();
        InetAddress page = IpAddress.parse(settings.http().host());
        if (settings.loopback()) {
            if (ips.isEmpty()) ips = List.of(InetAddress.ofLiteral("127.0.0.1"));
            allowed = with(OWN, allowed);
        } else if (ips.isEmpty() && page != null && !page.isAnyLocalAddress() && !page.isLoopbackAddress())
            ips = List.of(page);
        return new TurnSettings(
                turn.servers(),
                turn.credentials(),
                turn.ttl(),
                turn.realm(),
                new Place(ips, place.externalIp(), place.port(), place.tlsPort(), place.relayPorts(), tls(settings)),
                turn.quotas(),
                new Peers(allowed, turn.peers().denied()));
    }

    private static TurnSettings.@Nullable Tls tls(Settings settings) {
        var own = settings.turn().place().tls();
        var pages = settings.tls();
        return own != null || pages == null ? own : new TurnSettings.Tls(pages.certificates(), pages.key());
    }

    private static List<String> urls(List<String> hosts, int port, int tlsPort) {
        return hosts.stream().flatMap(host -> urls(host, port, tlsPort)).toList();
    }

    private static Stream<String> urls(String host, int port, int tlsPort) {
        Stream<String> plain = Stream.of("turn:" + host + ":" + port, "turn:" + host + ":" + port + "?transport=tcp");
        return tlsPort == 0
                ? plain
                : Stream.concat(plain, Stream.of("turns:" + host + ":" + tlsPort + "?transport=tcp"));
    }

    private static String literal(InetAddress address) {
        return address instanceof Inet4Address ? address.getHostAddress() : "[" + address.getHostAddress() + "]";
    }

    /// The TURN servers that visitors are told of: this one too, unless the hoster says where it is reached.
    static List<TurnServer> told(@Nullable EmbeddedRelay relay, Settings settings) {
        List<TurnServer> set = settings.turn().servers();
        return relay == null || settings.tellsOfOurs() ? set : with(relay.server, set);
    }

    /// Those that are tried, whether they work. This one is tried where it listens: many networks let nobody out to
    /// their own public address and in again.
    static List<TurnServer> checked(@Nullable EmbeddedRelay relay, Settings settings) {
        List<TurnServer> set = settings.turn().servers();
        return relay == null ? set : with(relay.here, set);
    }

    /// Where anybody can ask for their own address.
    static List<String> stun(@Nullable EmbeddedRelay relay, Settings settings) {
        return relay == null ? settings.iceServers() : with(relay.stun, settings.iceServers());
    }

    private static <T> List<T> with(T first, List<T> others) {
        return with(List.of(first), others);
    }

    private static <T> List<T> with(List<T> first, List<T> others) {
        return Stream.of(first, others).flatMap(List::stream).toList();
    }

    /// Takes credentials back: what is relayed under them ends.
    void revoke(String tag) {
        relay.revoke(tag);
    }

    @Override
    public void close() {
        relay.close();
    }
}
