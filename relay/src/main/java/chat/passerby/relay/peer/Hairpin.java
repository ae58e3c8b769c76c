package chat.passerby.relay.peer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From one client of the relay to another: the relay's own address, at ports where somebody waits and at no others.
/// Behind a 1:1 NAT the two see announced addresses, and the packets never leave the machine. For any thread.
public final class Hairpin {
    private final List<RelayAddress> relays;
    private final Ports ports;

    public Hairpin(List<RelayAddress> relays, Ports ports) {
        this.relays = List.copyOf(relays);
        this.ports = ports;
    }

    /// Whether this is the relay's own.
    public boolean own(InetAddress peer) {
        for (RelayAddress relay : relays) if (relay.announced().equals(peer)) return true;
        return false;
    }

    /// Where to send what is for this peer, or null if nobody waits there.
    public @Nullable InetSocketAddress outward(InetSocketAddress peer) {
        for (RelayAddress relay : relays) {
            if (!relay.announced().equals(peer.getAddress())) continue;
            if (!ports.live(relay.family(), peer.getPort())) return null;
            return relay.bound().equals(relay.announced())
                    ? peer
                    : new InetSocketAddress(relay.bound(), peer.getPort());
        }
        return peer;
    }

    /// Who a packet from this address is from.
    public InetSocketAddress inward(InetSocketAddress sender) {
        for (RelayAddress relay : relays)
            if (relay.bound().equals(sender.getAddress()) && !relay.bound().equals(relay.announced()))
                return new InetSocketAddress(relay.announced(), sender.getPort());
        return sender;
    }
}
