package chat.passerby.signaling;

import chat.passerby.net.Cidr;
import chat.passerby.net.IpAddress;
import chat.passerby.relay.Relay;
import chat.passerby.relay.RelayException;
import chat.passerby.relay.RelaySettings;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.signaling.config.Origin;
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
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own STUN and TURN server, run in this process with the hoster's TURN settings. Any thread.
final class EmbeddedRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRelay.class);
    private static final List<Cidr> OWN = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128"));

    private final Relay relay;
    private final Plan plan;

    private EmbeddedRelay(Relay relay, Plan plan) {
        this.relay = relay;
        this.plan = plan;
    }

    /// Starts it, if the settings want it; null if not, or if it cannot and need not.
    ///
    /// @throws RelayException if it cannot and must
    static @Nullable EmbeddedRelay start(Settings settings) throws RelayException, InvalidTurnSettings {
        if (!settings.relays()) return null;
        try {
            EmbeddedRelay relay = open(settings);
            LOG.info("Relaying too, at {}", String.join(", ", relay.plan.server.urls()));
            if (relay.plan.hidden() && !settings.loopback())
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
        Plan plan = Plan.of(settings);
        return new EmbeddedRelay(Relay.start(plan.relay), plan);
    }

    /// Where it relays, and what visitors are told of that.
    ///
    /// @param server as visitors find it
    /// @param here   as this machine does
    private record Plan(RelaySettings relay, Credentials credentials, TurnServer server, TurnServer here) {
        static Plan of(Settings settings) throws InvalidTurnSettings {
            TurnSettings turn = adapted(settings);
            RelaySettings relay = OwnRelay.settings(turn, settings.data().resolve(OwnRelay.SECRET));
            var credentials = turn.credentials() != null
                    ? turn.credentials()
                    : new Credentials(relay.access().secrets().getFirst(), null, turn.ttl());
            int port = turn.place().port();
            int tlsPort = turn.place().tls() == null ? 0 : turn.place().tlsPort();
            return new Plan(
                    relay,
                    credentials,
                    new TurnServer(urls(hosts(settings, relay), port, tlsPort), credentials),
                    new TurnServer(urls(literals(relay, RelayAddress::bound), port, 0), credentials));
        }

        private static List<String> hosts(Settings settings, RelaySettings relay) {
            Origin site = settings.site().url();
            return site != null && !settings.loopback()
                    ? List.of(site.host())
                    : literals(relay, RelayAddress::announced);
        }

        private static List<String> literals(RelaySettings relay, Function<RelayAddress, InetAddress> which) {
            return relay.from().addresses().stream()
                    .map(which)
                    .map(EmbeddedRelay::literal)
                    .toList();
        }

        /// No address of the internet.
        boolean hidden() {
            return relay.from().addresses().stream()
                    .allMatch(address -> address.announced().isSiteLocalAddress());
        }
    }

    /// The TURN settings as they are while it runs, for those who examine it: with its secret, and the server that
    /// visitors are told of.
    static TurnSettings running(Settings settings) throws InvalidTurnSettings {
        TurnSettings turn = settings.turn();
        if (!settings.relays() || settings.tellsOfOurs()) return turn;
        // Whoever only looks makes no secret: where there is none yet, it never ran.
        if (turn.credentials() == null && !Files.exists(settings.data().resolve(OwnRelay.SECRET))) return turn;
        Plan plan = Plan.of(settings);
        TurnSettings here = adapted(settings);
        return new TurnSettings(
                with(plan.server, turn.servers()),
                plan.credentials,
                here.ttl(),
                here.realm(),
                here.place(),
                here.quotas(),
                here.peers());
    }

    /// The hoster's settings, and what follows from those of the page: for trying out on one machine it stays on that
    /// machine, it listens where the page does, and has the page's certificate if it has none of its own.
    private static TurnSettings adapted(Settings settings) {
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
        return relay == null || settings.tellsOfOurs() ? set : with(relay.plan.server, set);
    }

    /// Those that are tried, whether they work. This one is tried where it listens: many networks let nobody out to
    /// their own public address and in again.
    static List<TurnServer> checked(@Nullable EmbeddedRelay relay, Settings settings) {
        List<TurnServer> set = settings.turn().servers();
        return relay == null ? set : with(relay.plan.here, set);
    }

    /// Where anybody can ask for their own address.
    static List<String> stun(@Nullable EmbeddedRelay relay, Settings settings) {
        if (relay == null) return settings.iceServers();
        String plain = relay.plan.server.urls().getFirst();
        return with(plain.replaceFirst("^turn:", "stun:"), settings.iceServers());
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
