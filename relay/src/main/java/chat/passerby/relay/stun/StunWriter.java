package chat.passerby.relay.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes one message, attribute by attribute. Confined to a thread.
public final class StunWriter {
    private static final int COMMON = 128;

    private final byte[] transaction;
    private ByteBuffer out = ByteBuffer.allocate(COMMON);

    /// @param transaction the cookie and the twelve bytes that name it
    public StunWriter(Kind kind, Method method, byte[] transaction) {
        this.transaction = transaction;
        out.putShort((short) kind.type(method)).putShort((short) 0).put(transaction);
    }

    /// An answer to a request.
    public static StunWriter answer(StunMessage request, Kind kind) {
        return new StunWriter(kind, request.method(), request.transaction());
    }

    /// A refusal of a request.
    public static StunWriter refusal(StunMessage request, ErrorCode code) {
        return answer(request, Kind.ERROR).with(Attribute.ERROR_CODE, code.value());
    }

    public StunWriter with(int attribute, byte[] value) {
        int padded = (value.length + 3) & ~3;
        if (out.remaining() < 4 + padded)
            out = ByteBuffer.allocate(2 * out.capacity() + padded).put(out.flip());
        out.putShort((short) attribute).putShort((short) value.length).put(value);
        while (out.position() % 4 != 0) out.put((byte) 0);
        return this;
    }

    public StunWriter with(int attribute, String text) {
        return with(attribute, text.getBytes(StandardCharsets.UTF_8));
    }

    public StunWriter with(int attribute, int number) {
        return with(attribute, ByteBuffer.allocate(4).putInt(number).array());
    }

    public StunWriter with(int attribute, InetSocketAddress address) {
        return with(attribute, Address.write(address, transaction));
    }

    /// UNKNOWN-ATTRIBUTES (RFC 8489, section 14.13).
    public StunWriter withUnknown(int[] attributes) {
        ByteBuffer value = ByteBuffer.allocate(2 * attributes.length);
        for (int attribute : attributes) value.putShort((short) attribute);
        return with(Attribute.UNKNOWN_ATTRIBUTES, value.array());
    }

    /// That one of two families asked for was not to be had (RFC 8656, section 18.12).
    public StunWriter withAddressError(int family, ErrorCode code) {
        byte[] value = code.value();
        value[0] = (byte) family;
        return with(Attribute.ADDRESS_ERROR_CODE, value);
    }

    /// The message, signed if there is a key; with a fingerprint where the other side writes one, too.
    public byte[] end(@Nullable Integrity integrity, byte[] key, boolean fingerprint) {
        if (integrity != null) {
            byte[] signature = integrity.of(out.array(), out.position(), integrity.length(), key);
            with(integrity.attribute(), signature);
        }
        if (fingerprint) {
            length(Fingerprint.LENGTH);
            with(Attribute.FINGERPRINT, Fingerprint.of(out.array(), out.position()));
        }
        length(0);
        return Arrays.copyOf(out.array(), out.position());
    }

    private void length(int more) {
        out.putShort(2, (short) (out.position() + more - StunMessage.HEADER));
    }
}
