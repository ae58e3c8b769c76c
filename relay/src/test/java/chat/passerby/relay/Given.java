package chat.passerby.relay;

import chat.passerby.net.Cidr;
import chat.passerby.relay.RelaySettings.Access;
import chat.passerby.relay.RelaySettings.From;
import chat.passerby.relay.RelaySettings.Listen;
import chat.passerby.relay.RelaySettings.Patience;
import chat.passerby.relay.RelaySettings.Peers;
import chat.passerby.relay.RelaySettings.Quotas;
import chat.passerby.relay.RelaySettings.Tls;
import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.relay.peer.RelayAddress;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settings of a relay on this machine alone.
final class Given {
    static final SharedSecret SECRET = new SharedSecret("0123456789abcdef0123456789abcdef");
    static final String REALM = "relay.example.org";

    private final List<InetAddress> addresses = new ArrayList<>(List.of(ip("127.0.0.1")));
    private final List<RelayAddress> from = new ArrayList<>(List.of(new RelayAddress(ip("127.0.0.1"))));
    private final List<Cidr> allowed = new ArrayList<>(List.of(Cidr.parse("127.0.0.0/8")));
    private final List<SharedSecret> secrets = new ArrayList<>(List.of(SECRET));
    private final List<Integer> tlsPorts = new ArrayList<>();
    private @Nullable Tls tls;
    private Quotas quotas = new Quotas(10, 500, 10_000_000);
    private Patience patience = Patience.DEFAULT;
    private int low = 40_000;
    private int high = 48_999;
    private int port;
    private int threads = 2;

    static InetAddress ip(String text) {
        return InetAddress.ofLiteral(text);
    }

    static boolean ipv6() {
        try (var socket = new DatagramSocket(0, ip("::1"))) {
            return socket.isBound();
        } catch (SocketException none) {
            return false;
        }
    }

    /// Ports of which nobody has any, as far as one can know.
    Given fewPorts(int count) {
        low = 30_000 + new SecureRandom().nextInt(2_000);
        high = low + count - 1;
        return quotas(Math.min(quotas.perTag(), count), count, quotas.bytesPerSecond());
    }

    Given port(int port) {
        this.port = port;
        return this;
    }

    Given threads(int threads) {
        this.threads = threads;
        return this;
    }

    Given listeningOn(String... ips) {
        addresses.clear();
        for (String one : ips) addresses.add(ip(one));
        return this;
    }

    Given from(RelayAddress... relays) {
        from.clear();
        from.addAll(List.of(relays));
        return this;
    }

    Given allowing(String... networks) {
        allowed.clear();
        for (String network : networks) allowed.add(Cidr.parse(network));
        return this;
    }

    Given secrets(SharedSecret... some) {
        secrets.clear();
        secrets.addAll(List.of(some));
        return this;
    }

    Given tls(Tls files, int... ports) {
        tls = files;
        for (int one : ports) tlsPorts.add(one);
        return this;
    }

    Given quotas(int perTag, int total, int bytesPerSecond) {
        quotas = new Quotas(perTag, total, bytesPerSecond);
        return this;
    }

    Given patience(Patience patience) {
        this.patience = patience;
        return this;
    }

    RelaySettings settings() {
        return new RelaySettings(
                new Listen(addresses, port, tlsPorts, tls),
                new From(from, low, high),
                new Access(REALM, secrets),
                quotas,
                new Peers(allowed, List.of()),
                patience,
                threads);
    }

    Relay start() throws RelayException {
        return Relay.start(settings());
    }
}
