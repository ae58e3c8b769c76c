package chat.passerby.signaling.config;

import java.math.BigInteger;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// A block of IP addresses (RFC 4632, RFC 4291): those that share the network's first `prefix` bits. Immutable.
public record Cidr(InetAddress network, int prefix) {
    private static final String RULE = "must be networks like 10.0.0.0/8 or fd00::/8, or single addresses";

    public Cidr {
        if (prefix < 0 || prefix > bits(network)) throw new Unfit(RULE);
        if (number(network).getLowestSetBit() >= 0 && number(network).getLowestSetBit() < bits(network) - prefix)
            throw new Unfit("must have no bits set after the prefix, as in 10.0.0.0/8");
    }

    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        @Nullable InetAddress network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (network == null) throw new Unfit(RULE);
        if (slash < 0) return new Cidr(network, bits(network));
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("\\d{1,3}")) throw new Unfit(RULE);
        return new Cidr(network, Integer.parseInt(prefix));
    }

    public boolean contains(InetAddress address) {
        int host = bits(network) - prefix;
        return bits(address) == bits(network)
                && number(address).shiftRight(host).equals(number(network).shiftRight(host));
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
