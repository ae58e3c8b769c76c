package chat.passerby.relay.stun;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// XOR-MAPPED-ADDRESS and its like (RFC 8489, section 14.2).
public final class Address {
    public static final int IPV4 = 1;
    public static final int IPV6 = 2;
    private static final int HEAD = 4;

    private Address() {}

    /// 1 or 2, as the attributes count families.
    public static int family(InetAddress address) {
        return address instanceof Inet6Address ? IPV6 : IPV4;
    }

    /// Reads an address, or null if it is none. One of IPv6 stays one of IPv6, whatever stands in it.
    ///
    /// @param mask the cookie and the transaction: sixteen bytes
    static @Nullable InetSocketAddress read(byte[] value, byte[] mask) {
        if (value.length < HEAD || value.length != HEAD + size(value[1])) return null;
        byte[] ip = new byte[value.length - HEAD];
        for (int i = 0; i < ip.length; i++) ip[i] = (byte) (value[HEAD + i] ^ mask[i]);
        int port = ((value[2] ^ mask[0]) & 0xff) << 8 | ((value[3] ^ mask[1]) & 0xff);
        return new InetSocketAddress(of(ip), port);
    }

    private static int size(int family) {
        return switch (family) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            default -> -1;
        };
    }

    private static InetAddress of(byte[] ip) {
        try {
            return ip.length == 4 ? InetAddress.getByAddress(ip) : Inet6Address.getByAddress(null, ip, -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has four or sixteen bytes", e);
        }
    }

    static byte[] write(InetSocketAddress address, byte[] mask) {
        byte[] ip = address.getAddress().getAddress();
        ByteBuffer value = ByteBuffer.allocate(HEAD + ip.length);
        value.putShort((short) family(address.getAddress()));
        value.putShort((short) (address.getPort() ^ (StunMessage.COOKIE >>> 16)));
        for (int i = 0; i < ip.length; i++) value.put((byte) (ip[i] ^ mask[i]));
        return value.array();
    }
}
