package chat.passerby.turn.check;

import chat.passerby.turn.TurnUrl;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.ice4j.attribute.Attribute;
import org.jspecify.annotations.Nullable;

/// The IPv4 address under which the internet sees this machine, for one behind a NAT that translates one to one.
public final class PublicAddress {
    private static final Duration LONGEST = Duration.ofMillis(4_500);

    private PublicAddress() {}

    /// Asks STUN servers (RFC 8489, section 2) one after the other, for five seconds at most, and the first time for
    /// some more, in which ice4j starts.
    ///
    /// @param stun their addresses, as browsers take them: `stun:HOST:PORT`
    /// @return null if none answers
    public static @Nullable InetAddress seenBy(List<String> stun) throws InterruptedException {
        if (stun.isEmpty()) return null;
        Ice4j.warmUp();
        Deadline deadline = Deadline.in(LONGEST);
        for (String url : stun) {
            try {
                return seenBy(url, deadline);
            } catch (Failure another) {
                // is asked instead
            }
        }
        return null;
    }

    private static InetAddress seenBy(String url, Deadline deadline) throws Failure, InterruptedException {
        // Written alike (RFC 7064, RFC 7065).
        TurnUrl server = Objects.requireNonNull(
                TurnUrl.parse(url.replaceFirst("^stuns?:", "turn:")), "settings hold STUN addresses only");
        for (InetAddress address : Names.lookUp(server.host(), deadline)) {
            if (!(address instanceof Inet4Address)) continue;
            try (Client client = new Client(new UdpLink(new InetSocketAddress(address, server.port()), deadline))) {
                return Client.address(client.bind(), Attribute.XOR_MAPPED_ADDRESS)
                        .getAddress();
            }
        }
        throw new Failure(Outcome.NO_NAME);
    }
}
