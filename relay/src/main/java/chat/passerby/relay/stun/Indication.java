package chat.passerby.relay.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/// Data indications (RFC 8656, section 11.6). Stateless.
public final class Indication {
    private static final int ATTRIBUTE_HEAD = 4;

    private Indication() {}

    /// All of one that stands before the datagram in it. Nobody answers, so its transaction need not be a secret.
    public static byte[] head(InetSocketAddress peer, int datagram) {
        ByteBuffer transaction = ByteBuffer.allocate(16).putInt(StunMessage.COOKIE);
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        transaction.putLong(chance.nextLong()).putInt(chance.nextInt());
        byte[] address = Address.write(peer, transaction.array());
        int body = ATTRIBUTE_HEAD + address.length + ATTRIBUTE_HEAD + Frame.padded(datagram);
        ByteBuffer head = ByteBuffer.allocate(StunMessage.HEADER + ATTRIBUTE_HEAD + address.length + ATTRIBUTE_HEAD);
        head.putShort((short) Kind.INDICATION.type(Method.DATA)).putShort((short) body);
        head.put(transaction.array());
        head.putShort((short) Attribute.XOR_PEER_ADDRESS).putShort((short) address.length);
        head.put(address);
        return head.putShort((short) Attribute.DATA).putShort((short) datagram).array();
    }
}
