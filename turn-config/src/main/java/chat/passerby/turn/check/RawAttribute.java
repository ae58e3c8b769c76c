package chat.passerby.turn.check;

import java.nio.ByteBuffer;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.OptionalAttribute;
import org.ice4j.message.Message;

/// An attribute written byte by byte: what ice4j would write otherwise.
final class RawAttribute extends OptionalAttribute {
    private static final byte IPV4 = 1;
    private static final byte IPV6 = 2;

    private RawAttribute(char type, byte[] body) {
        super(type);
        setBody(body, 0, body.length);
    }

    /// REQUESTED-ADDRESS-FAMILY for IPv6 (RFC 8656, section 18.6): four bytes, where ice4j writes one.
    static RawAttribute ipv6() {
        return new RawAttribute(Attribute.REQUESTED_ADDRESS_FAMILY, new byte[] {IPV6, 0, 0, 0});
    }

    /// XOR-PEER-ADDRESS (RFC 8656, section 18.3). The JDK, and so ice4j, would make an IPv4 address of
    /// `::ffff:127.0.0.1`.
    ///
    /// @param ip four bytes or sixteen, as they are
    static RawAttribute peer(byte[] ip, int port, byte[] transaction) {
        byte[] mask = ByteBuffer.allocate(16)
                .put(Message.MAGIC_COOKIE)
                .put(transaction)
                .array();
        ByteBuffer body = ByteBuffer.allocate(4 + ip.length);
        body.put((byte) 0).put(ip.length == 4 ? IPV4 : IPV6);
        body.putShort((short) (port ^ ByteBuffer.wrap(mask).getShort()));
        for (int i = 0; i < ip.length; i++) body.put((byte) (ip[i] ^ mask[i]));
        return new RawAttribute(Attribute.XOR_PEER_ADDRESS, body.array());
    }
}
