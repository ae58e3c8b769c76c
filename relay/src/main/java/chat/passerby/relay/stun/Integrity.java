package chat.passerby.relay.stun;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The two ways to sign a message: MESSAGE-INTEGRITY and MESSAGE-INTEGRITY-SHA256 (RFC 8489, sections 14.5 and 14.6).
public enum Integrity {
    SHA1(Attribute.MESSAGE_INTEGRITY, "HmacSHA1", 20),
    /// May be cut to 16 bytes, in steps of four.
    SHA256(Attribute.MESSAGE_INTEGRITY_SHA256, "HmacSHA256", 32);

    private static final int SHORTEST = 16;

    private final int attribute;
    private final String algorithm;
    private final int length;

    Integrity(int attribute, String algorithm, int length) {
        this.attribute = attribute;
        this.algorithm = algorithm;
        this.length = length;
    }

    int attribute() {
        return attribute;
    }

    int length() {
        return length;
    }

    /// Whether the message was signed with the key, in the same time for a near miss as for any other.
    public boolean verify(StunMessage message, byte[] key) {
        int at = message.offset(attribute);
        if (at < 0) return false;
        byte[] given = message.value(attribute);
        boolean fits = this == SHA1 ? given.length == length : given.length >= SHORTEST && given.length % 4 == 0;
        if (!fits || given.length > length) return false;
        byte[] expected = of(message.bytes(), at, given.length, key);
        return MessageDigest.isEqual(Arrays.copyOf(expected, given.length), given);
    }

    /// Over the message as far as this attribute, whose own length counts as part of it.
    ///
    /// @param at where the attribute begins
    byte[] of(byte[] message, int at, int valueLength, byte[] key) {
        byte[] head = Arrays.copyOf(message, StunMessage.HEADER);
        ByteBuffer.wrap(head).putShort(2, (short) (at + 4 + valueLength - StunMessage.HEADER));
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            mac.update(head);
            mac.update(message, StunMessage.HEADER, at - StunMessage.HEADER);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
