package chat.passerby.turn;

import chat.passerby.net.Cidr;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything an operator decides about TURN, read once and checked whole. It mints the credentials that visitors get,
/// and renders the file of the server that takes them, so that the two cannot disagree. Immutable.
///
/// @param servers     all that visitors are told of, ours first
/// @param credentials for our own server, if there is a secret
/// @param ttl         how long credentials that are minted can be used to begin
/// @param place       where our own server listens and relays
public record TurnSettings(
        List<TurnServer> servers,
        @Nullable Credentials credentials,
        Duration ttl,
        String realm,
        Place place,
        Quotas quotas,
        Peers peers) {

    public TurnSettings {
        servers = List.copyOf(servers);
    }

    /// Where our own server listens and relays.
    ///
    /// @param ips        of its machine, one of a kind at most; without any, it uses what it finds
    /// @param externalIp what the world sees in place of its IPv4 address (1:1 NAT)
    /// @param port       STUN and TURN, over UDP and TCP
    /// @param tlsPort    TURN over TLS
    /// @param relayPorts for UDP to and from peers
    /// @param tls        if the server itself encrypts
    public record Place(
            List<InetAddress> ips,
            @Nullable InetAddress externalIp,
            int port,
            int tlsPort,
            Ports relayPorts,
            @Nullable Tls tls) {
        public Place {
            ips = List.copyOf(ips);
        }

        /// Its address behind the 1:1 NAT.
        Optional<InetAddress> ipv4() {
            return ips.stream().filter(Inet4Address.class::isInstance).findFirst();
        }
    }

    /// Ports from `low` to `high`, both included.
    public record Ports(int low, int high) {
        int count() {
            return high - low + 1;
        }

        boolean has(int port) {
            return low <= port && port <= high;
        }
    }

    /// Certificate chain and key, both PEM, as the TURN server's machine names them.
    public record Tls(Path certificates, Path key) {}

    /// How much may be relayed.
    ///
    /// @param user   allocations under one credential
    /// @param total  allocations altogether
    /// @param maxBps bytes a second through one allocation, each way
    public record Quotas(int user, int total, int maxBps) {}

    /// Who may be reached through the relay, beside the public internet.
    ///
    /// @param allowed even if special-purpose or denied
    /// @param denied  beside the special-purpose networks, which always are
    public record Peers(List<Cidr> allowed, List<Cidr> denied) {
        public Peers {
            allowed = List.copyOf(allowed);
            denied = List.copyOf(denied);
        }
    }

    /// The names of all keys.
    public static Set<String> keys() {
        return TurnKey.names();
    }

    /// Reads the settings.
    ///
    /// @param texts by the name of the key; one that is missing has no value
    public static TurnSettings read(Map<String, String> texts) throws InvalidTurnSettings {
        return TurnReader.read(texts);
    }
}
