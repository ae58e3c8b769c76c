package chat.passerby.turn;

import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.turn.InvalidTurnSettings.Problem;
import chat.passerby.turn.TurnSettings.Peers;
import chat.passerby.turn.TurnSettings.Place;
import chat.passerby.turn.TurnSettings.Ports;
import chat.passerby.turn.TurnSettings.Quotas;
import chat.passerby.turn.TurnSettings.Tls;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads TURN settings and collects everything that is wrong with them. Confined to the thread that reads.
final class TurnReader {
    private final Map<String, String> texts;
    private final List<Problem> problems = new ArrayList<>();

    private TurnReader(Map<String, String> texts) {
        this.texts = texts;
    }

    static TurnSettings read(Map<String, String> texts) throws InvalidTurnSettings {
        var reader = new TurnReader(texts);
        TurnSettings settings = reader.settings();
        if (!reader.problems.isEmpty()) throw new InvalidTurnSettings(reader.problems);
        return settings;
    }

    private TurnSettings settings() {
        Duration ttl = must(TurnKey.TTL, Duration.ZERO, TurnRules::ttl);
        @Nullable Credentials credentials = credentials(ttl);
        Place place = place();
        return new TurnSettings(
                servers(credentials, ttl),
                credentials,
                ttl,
                must(TurnKey.REALM, "", TurnRules::realm),
                place,
                quotas(place.relayPorts()),
                new Peers(
                        list(TurnKey.ALLOWED_PEERS, TurnRules::network),
                        list(TurnKey.DENIED_PEERS, TurnRules::network)));
    }

    private @Nullable Credentials credentials(Duration ttl) {
        @Nullable SharedSecret secret = may(TurnKey.SECRET_FILE, TurnReader::secret);
        @Nullable SharedSecret previous = may(TurnKey.PREVIOUS_SECRET_FILE, TurnReader::secret);
        for (TurnKey needing : List.of(TurnKey.PREVIOUS_SECRET_FILE, TurnKey.URLS))
            if (given(needing) && !given(TurnKey.SECRET_FILE))
                problem(needing, "must come with " + TurnKey.SECRET_FILE + ", which the server shares");
        return secret == null ? null : new Credentials(secret, previous, ttl);
    }

    private static SharedSecret secret(String text) {
        return SharedSecret.read(TurnRules.path(text));
    }

    private List<TurnServer> servers(@Nullable Credentials credentials, Duration ttl) {
        var servers = new ArrayList<TurnServer>();
        List<String> urls = list(TurnKey.URLS, TurnRules::url);
        if (credentials != null && !urls.isEmpty()) servers.add(new TurnServer(urls, credentials));
        @Nullable
        List<TurnServer> others = may(TurnKey.SERVERS_FILE, text -> ServersFile.read(TurnRules.path(text), ttl));
        if (others != null) servers.addAll(others);
        return servers;
    }

    private Place place() {
        List<InetAddress> ips = list(TurnKey.IP, TurnRules::ip);
        long ipv4 = ips.stream().filter(Inet4Address.class::isInstance).count();
        if (ipv4 > 1 || ips.size() - ipv4 > 1) problem(TurnKey.IP, "must hold one IPv4 and one IPv6 address at most");
        @Nullable InetAddress external = may(TurnKey.EXTERNAL_IP, TurnRules::externalIp);
        if (external != null && ipv4 == 0)
            problem(TurnKey.EXTERNAL_IP, "must come with the machine's own IPv4 address in " + TurnKey.IP);
        int port = must(TurnKey.PORT, 0, TurnRules::port);
        int tlsPort = must(TurnKey.TLS_PORT, 0, TurnRules::port);
        if (port > 0 && port == tlsPort) problem(TurnKey.TLS_PORT, "must differ from " + TurnKey.PORT);
        Ports relayed = must(TurnKey.RELAY_PORTS, new Ports(1, 0), TurnRules::ports);
        if (relayed.has(port) || relayed.has(tlsPort))
            problem(TurnKey.RELAY_PORTS, "must not hold " + TurnKey.PORT + " or " + TurnKey.TLS_PORT);
        return new Place(ips, external, port, tlsPort, relayed, tls());
    }

    private @Nullable Tls tls() {
        @Nullable Path certificates = may(TurnKey.TLS_CERT, TurnRules::absolutePath);
        @Nullable Path key = may(TurnKey.TLS_KEY, TurnRules::absolutePath);
        if (given(TurnKey.TLS_CERT) != given(TurnKey.TLS_KEY))
            problem(TurnKey.TLS_CERT, "must come with " + TurnKey.TLS_KEY + ", and neither alone");
        return certificates == null || key == null ? null : new Tls(certificates, key);
    }

    private Quotas quotas(Ports ports) {
        var quotas = new Quotas(
                must(TurnKey.USER_QUOTA, 0, TurnRules::quota),
                must(TurnKey.TOTAL_QUOTA, 0, TurnRules::quota),
                must(TurnKey.MAX_BPS, 0, TurnRules::bytesPerSecond));
        if (quotas.total() > 0 && quotas.user() > quotas.total())
            problem(TurnKey.USER_QUOTA, "must not be above " + TurnKey.TOTAL_QUOTA);
        if (ports.count() > 0 && quotas.total() > ports.count())
            problem(
                    TurnKey.TOTAL_QUOTA,
                    "must not be above the %d ports of %s: each allocation takes one"
                            .formatted(ports.count(), TurnKey.RELAY_PORTS));
        return quotas;
    }

    private boolean given(TurnKey key) {
        return !text(key).isEmpty();
    }

    private String text(TurnKey key) {
        return texts.getOrDefault(key.toString(), "").strip();
    }

    private <T> T must(TurnKey key, T instead, Function<String, T> rule) {
        if (!given(key)) problem(key, "must have a value");
        @Nullable T value = may(key, rule);
        return value == null ? instead : value;
    }

    private <T> @Nullable T may(TurnKey key, Function<String, T> rule) {
        return given(key) ? checked(key, text(key), rule) : null;
    }

    private <T> List<T> list(TurnKey key, Function<String, T> rule) {
        var values = new ArrayList<T>();
        Stream.of(text(key).split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> {
                    @Nullable T value = checked(key, text, rule);
                    if (value != null) values.add(value);
                });
        return values;
    }

    private <T> @Nullable T checked(TurnKey key, String text, Function<String, T> rule) {
        try {
            return rule.apply(text);
        } catch (IllegalArgumentException e) {
            problem(key, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void problem(TurnKey key, String rule) {
        problems.add(new Problem(key.toString(), rule));
    }
}
