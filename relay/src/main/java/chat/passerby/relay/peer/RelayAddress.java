package chat.passerby.relay.peer;

import chat.passerby.relay.stun.Address;
import java.net.InetAddress;

/// An address that is relayed from. Immutable.
///
/// @param bound     the machine's own
/// @param announced what peers see and clients are told; another one behind a 1:1 NAT
public record RelayAddress(InetAddress bound, InetAddress announced) {
    public RelayAddress {
        if (bound.isAnyLocalAddress() || announced.isAnyLocalAddress())
            throw new IllegalArgumentException("a relay address must be one address, not all of a machine");
        if (Address.family(bound) != Address.family(announced))
            throw new IllegalArgumentException("a relay address and what is announced for it must be of one family");
    }

    public RelayAddress(InetAddress bound) {
        this(bound, bound);
    }

    public int family() {
        return Address.family(bound);
    }
}
