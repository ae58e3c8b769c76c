package chat.passerby.turn;

import chat.passerby.relay.RelaySettings;
import chat.passerby.relay.RelaySettings.Access;
import chat.passerby.relay.RelaySettings.From;
import chat.passerby.relay.RelaySettings.Listen;
import chat.passerby.relay.RelaySettings.Patience;
import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.turn.InvalidTurnSettings.Problem;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The relay's settings, from those that mint its credentials. Stateless.
public final class OwnRelay {
    /// The file in the data folder with the secret that is made where the settings name none.
    public static final String SECRET = "turn.secret";

    /// Nothing is sent there: asked for the way, the machine says which address it would use.
    private static final List<InetAddress> FAR =
            List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("2600::"));

    private static final int FAR_PORT = 9;
    private static final int MOST_THREADS = 8;

    private OwnRelay() {}

    /// What the relay needs to start.
    ///
    /// @param secretFile with the secret, if the settings name none; made there at first
    public static RelaySettings settings(TurnSettings turn, Path secretFile) throws InvalidTurnSettings {
        TurnSettings.Place place = turn.place();
        List<InetAddress> ips = place.ips().isEmpty() ? found() : place.ips();
        TurnSettings.@Nullable Tls tls = place.tls();
        try {
            return new RelaySettings(
                    new Listen(
                            ips,
                            place.port(),
                            List.of(place.tlsPort()),
                            tls == null ? null : new RelaySettings.Tls(tls.certificates(), tls.key())),
                    new From(
                            ips.stream()
                                    .map(ip -> relay(ip, place.externalIp()))
                                    .toList(),
                            place.relayPorts().low(),
                            place.relayPorts().high()),
                    new Access(turn.realm(), secrets(turn.credentials(), secretFile)),
                    new RelaySettings.Quotas(
                            turn.quotas().user(),
                            turn.quotas().total(),
                            turn.quotas().maxBps()),
                    new RelaySettings.Peers(turn.peers().allowed(), turn.peers().denied()),
                    Patience.DEFAULT,
                    Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS));
        } catch (IllegalArgumentException e) {
            throw new InvalidTurnSettings(List.of(new Problem("turn.*:", String.valueOf(e.getMessage()))));
        }
    }

    private static List<SharedSecret> secrets(@Nullable Credentials credentials, Path file) {
        if (credentials == null) return List.of(SharedSecret.readOrMake(file, new SecureRandom()));
        return Stream.of(credentials.secret(), credentials.previous())
                .<SharedSecret>mapMulti((secret, all) -> {
                    if (secret != null) all.accept(secret);
                })
                .toList();
    }

    private static RelayAddress relay(InetAddress own, @Nullable InetAddress external) {
        return external != null && own instanceof Inet4Address
                ? new RelayAddress(own, external)
                : new RelayAddress(own);
    }

    /// The addresses from which this machine reaches the internet; where it does not, it serves itself alone.
    public static List<InetAddress> found() {
        List<InetAddress> found = FAR.stream().flatMap(OwnRelay::towards).toList();
        return found.isEmpty() ? List.of(InetAddress.ofLiteral("127.0.0.1")) : found;
    }

    private static Stream<InetAddress> towards(InetAddress far) {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(far, FAR_PORT));
            InetAddress own = socket.getLocalAddress();
            return own.isAnyLocalAddress() || own.isLoopbackAddress() || own.isLinkLocalAddress()
                    ? Stream.of()
                    : Stream.of(own);
        } catch (SocketException | java.io.UncheckedIOException noWayThere) {
            return Stream.of();
        }
    }
}
