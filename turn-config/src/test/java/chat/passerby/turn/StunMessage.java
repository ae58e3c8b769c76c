package chat.passerby.turn;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A STUN message (RFC 8489, section 5), by hand: also what no library would write.
final class StunMessage {
    static final int BINDING = 0x001;
    static final int ALLOCATE = 0x003;
    static final int CREATE_PERMISSION = 0x008;
    static final int CHANNEL_BIND = 0x009;
    static final int SEND = 0x016;
    static final int DATA_INDICATION = 0x017;

    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int CHANNEL_NUMBER = 0x000c;
    static final int XOR_PEER_ADDRESS = 0x0012;
    static final int DATA = 0x0013;
    static final int REALM = 0x0014;
    static final int NONCE = 0x0015;
    static final int XOR_RELAYED_ADDRESS = 0x0016;
    static final int REQUESTED_ADDRESS_FAMILY = 0x0017;
    static final int REQUESTED_TRANSPORT = 0x0019;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int SOFTWARE = 0x8022;
    static final int FINGERPRINT = 0x8028;

    private static final int COOKIE = 0x2112a442;
    private static final int HEADER = 20;
    private static final SecureRandom CHANCE = new SecureRandom();

    final int type;
    final Map<Integer, byte[]> attributes = new HashMap<>();
    /// The cookie and twelve bytes of chance.
    private final byte[] transaction = new byte[16];

    StunMessage(int type) {
        this.type = type;
        CHANCE.nextBytes(transaction);
        ByteBuffer.wrap(transaction).putInt(COOKIE);
    }

    static StunMessage parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var message = new StunMessage(in.getShort());
        in.position(4).get(message.transaction);
        while (in.remaining() >= 4) {
            int name = in.getShort() & 0xffff;
            byte[] value = new byte[in.getShort() & 0xffff];
            in.get(value).position(Math.min(in.limit(), padded(in.position())));
            message.attributes.put(name, value);
        }
        return message;
    }

    StunMessage with(int attribute, byte[] value) {
        attributes.put(attribute, value);
        return this;
    }

    /// @param ip four bytes or sixteen, as they are
    StunMessage withPeer(byte[] ip, int port) {
        ByteBuffer out = ByteBuffer.allocate(4 + ip.length);
        out.putShort((short) (ip.length == 4 ? 1 : 2)).putShort((short) (port ^ (COOKIE >>> 16)));
        return with(XOR_PEER_ADDRESS, out.put(masked(ip)).array());
    }

    byte[] encode() {
        return bytes(0);
    }

    /// With MESSAGE-INTEGRITY, whose own length counts in what it is made of.
    byte[] encode(byte[] key) {
        byte[] integrity = attribute(MESSAGE_INTEGRITY, hmac(key, bytes(24)));
        return ByteBuffer.allocate(bytes(24).length + integrity.length)
                .put(bytes(24))
                .put(integrity)
                .array();
    }

    private byte[] bytes(int more) {
        var body = new ByteArrayOutputStream();
        attributes.forEach((name, value) -> body.writeBytes(attribute(name, value)));
        ByteBuffer out = ByteBuffer.allocate(HEADER + body.size());
        out.putShort((short) type).putShort((short) (body.size() + more));
        return out.put(transaction).put(body.toByteArray()).array();
    }

    private static byte[] attribute(int name, byte[] value) {
        ByteBuffer out = ByteBuffer.allocate(4 + padded(value.length));
        return out.putShort((short) name)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    boolean answers(StunMessage request) {
        return Arrays.equals(transaction, request.transaction) && type != request.type;
    }

    boolean success() {
        return (type & 0x110) == 0x100;
    }

    /// 0 for none.
    int error() {
        byte[] code = attributes.get(ERROR_CODE);
        return code == null ? 0 : code[2] * 100 + code[3];
    }

    byte[] get(int attribute) {
        return Objects.requireNonNull(attributes.get(attribute), "the answer lacks an attribute");
    }

    InetSocketAddress address(int attribute) {
        ByteBuffer in = ByteBuffer.wrap(get(attribute));
        int port = (in.getShort(2) ^ (COOKIE >>> 16)) & 0xffff;
        try {
            byte[] ip = masked(Arrays.copyOfRange(in.array(), 4, in.capacity()));
            return new InetSocketAddress(InetAddress.getByAddress(ip), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] masked(byte[] ip) {
        byte[] masked = ip.clone();
        for (int i = 0; i < ip.length; i++) masked[i] ^= transaction[i];
        return masked;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
