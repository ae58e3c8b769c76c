package chat.passerby.relay;

import chat.passerby.net.Cidr;
import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.relay.peer.RelayAddress;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that an operator decides about the relay. Immutable, and right: the constructors refuse what is not.
///
/// @param listen   where clients come to
/// @param from     where peers see them
/// @param access   who may come
/// @param quotas   how much is relayed
/// @param peers    to whom
/// @param patience with whom nobody knows
/// @param threads  event loops; on Linux the clients are spread over all, elsewhere those over UDP go to the first
public record RelaySettings(
        Listen listen, From from, Access access, Quotas quotas, Peers peers, Patience patience, int threads) {

    public RelaySettings {
        require(threads >= 1 && threads <= 64, "threads must be from 1 to 64");
        int ports = from.high - from.low + 1;
        require(
                quotas.total <= ports,
                "there are %d ports to relay from, and may be %d allocations: each takes one"
                        .formatted(ports, quotas.total));
    }

    private static void require(boolean right, String rule) {
        if (!right) throw new IllegalArgumentException(rule);
    }

    private static boolean isPort(int port) {
        return port >= 0 && port <= 65_535;
    }

    /// Where clients come to.
    ///
    /// @param addresses of this machine; with `0.0.0.0` or `::` on a machine with several, answers may leave from
    ///                  another one than was asked, and be lost
    /// @param port      STUN and TURN over UDP and TCP; 0 for any
    /// @param tlsPorts  TURN over TLS: 5349, say, and 443; 0 for any
    /// @param tls       without it, nothing listens on those
    public record Listen(
            List<InetAddress> addresses,
            int port,
            List<Integer> tlsPorts,
            @Nullable Tls tls) {
        public Listen {
            addresses = List.copyOf(addresses);
            tlsPorts = List.copyOf(tlsPorts);
            require(!addresses.isEmpty(), "there must be an address to listen on");
            require(isPort(port) && tlsPorts.stream().allMatch(RelaySettings::isPort), "ports are from 0 to 65535");
            require(port == 0 || !tlsPorts.contains(port), "TLS needs another port than TCP");
        }
    }

    /// Certificate chain and key, both PEM; read again when they change.
    public record Tls(Path certificates, Path key) {}

    /// Where peers see clients.
    ///
    /// @param addresses one a family at most
    /// @param low       the first UDP port
    /// @param high      the last
    public record From(List<RelayAddress> addresses, int low, int high) {
        public From {
            addresses = List.copyOf(addresses);
            require(!addresses.isEmpty(), "there must be an address to relay from");
            require(
                    addresses.stream().map(RelayAddress::family).distinct().count() == addresses.size(),
                    "there must be one address of a family to relay from, at most");
            require(
                    low >= 1_024 && low <= high && isPort(high),
                    "ports to relay from are from 1024 to 65535, the lower first");
        }
    }

    /// Who may come (draft-uberti-behave-turn-rest-00).
    ///
    /// @param realm   a name for these accounts, which clients repeat; short, for an answer to a stranger must be
    /// @param secrets the present one, and the one before while it is being changed
    public record Access(String realm, List<SharedSecret> secrets) {
        /// With which a challenge is three times as long as the shortest Allocate.
        private static final int LONGEST_REALM = 32;

        public Access {
            secrets = List.copyOf(secrets);
            int length = realm.getBytes(StandardCharsets.UTF_8).length;
            require(length >= 1 && length <= LONGEST_REALM, "the realm must have 1 to " + LONGEST_REALM + " bytes");
            require(!secrets.isEmpty(), "there must be a secret");
        }
    }

    /// How much is relayed.
    ///
    /// @param perTag         allocations under one tag
    /// @param total          allocations altogether
    /// @param bytesPerSecond through one allocation, each way
    public record Quotas(int perTag, int total, int bytesPerSecond) {
        public Quotas {
            require(perTag >= 1 && perTag <= total, "quotas must be at least 1, and one tag's not above the total");
            require(bytesPerSecond >= 2_000, "an allocation must have room for one packet a second");
        }
    }

    /// Who may be reached, beside the public internet.
    ///
    /// @param allowed even if special-purpose, denied, or an address of this machine; but never the relay's own
    /// @param denied  beside the special-purpose networks, which always are
    public record Peers(List<Cidr> allowed, List<Cidr> denied) {
        public Peers {
            allowed = List.copyOf(allowed);
            denied = List.copyOf(denied);
        }
    }

    /// How long, and how much, is put up with from those whom nobody knows (yet).
    ///
    /// @param answers        a second to one address, and five times as many after a silence
    /// @param connections    without an allocation, to one address
    /// @param allConnections without an allocation
    /// @param seconds        that a connection may be without an allocation, or not be read from
    public record Patience(int answers, int connections, int allConnections, int seconds) {
        /// A network of many people behind one address is not an attack: each asks some ten times a minute.
        public static final Patience DEFAULT = new Patience(200, 100, 2_000, 20);

        public Patience {
            require(answers >= 1 && connections >= 1 && allConnections >= 1 && seconds >= 1, "patience is at least 1");
        }
    }
}
