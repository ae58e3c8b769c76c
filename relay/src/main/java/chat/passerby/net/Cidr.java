package chat.passerby.net;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// A block of IP addresses (RFC 4632, RFC 4291): those that share the network's first `prefix` bits. Immutable.
public record Cidr(InetAddress network, int prefix) {
    private static final String RULE = "must be networks like 10.0.0.0/8 or fd00::/8, or single addresses";

    public Cidr {
        if (prefix < 0 || prefix > bits(network)) throw new IllegalArgumentException(RULE);
        if (number(network).getLowestSetBit() >= 0 && number(network).getLowestSetBit() < bits(network) - prefix)
            throw new IllegalArgumentException("must have no bits set after the prefix, as in 10.0.0.0/8");
    }

    /// Reads `10.0.0.0/8`, or a single address.
    ///
    /// @throws IllegalArgumentException with the rule that the text breaks: "must be …"
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        @Nullable InetAddress network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (network == null) throw new IllegalArgumentException(RULE);
        if (slash < 0) return new Cidr(network, bits(network));
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("\\d{1,3}")) throw new IllegalArgumentException(RULE);
        return new Cidr(network, Integer.parseInt(prefix));
    }

    public boolean contains(InetAddress address) {
        int host = bits(network) - prefix;
        return bits(address) == bits(network)
                && number(address).shiftRight(host).equals(number(network).shiftRight(host));
    }

    /// The highest address of the block.
    public InetAddress last() {
        byte[] last = network.getAddress();
        for (int bit = prefix; bit < last.length * Byte.SIZE; bit++) last[bit / 8] |= (byte) (0x80 >> bit % 8);
        try {
            // The JDK would make an IPv4 address of ::ffff:192.0.2.1.
            return last.length == 4 ? InetAddress.getByAddress(last) : Inet6Address.getByAddress(null, last, -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // an address has four or sixteen bytes
        }
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }
}
