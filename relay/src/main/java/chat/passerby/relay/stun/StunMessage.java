package chat.passerby.relay.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that is well-formed, with a method that is known (RFC 8489, section 5). What is not comes to nothing:
/// nobody is told, and nothing changes. Immutable.
public final class StunMessage {
    public static final int HEADER = 20;
    /// Longer ones are malformed: no request of TURN comes near, and an indication carries a datagram.
    public static final int LONGEST = 4_096;

    static final int COOKIE = 0x2112a442;
    private static final int TRANSACTION = 4;
    private static final int TRANSACTION_END = 20;

    private final byte[] bytes;
    private final Method method;
    private final Kind kind;
    private final List<Field> fields;

    /// An attribute in its place.
    ///
    /// @param at where its type stands; its value follows four bytes later
    private record Field(int type, int at, int length) {}

    private StunMessage(byte[] bytes, Method method, Kind kind, List<Field> fields) {
        this.bytes = bytes;
        this.method = method;
        this.kind = kind;
        this.fields = fields;
    }

    /// Reads a whole message, or returns null if it is none.
    ///
    /// @param bytes not to be changed afterwards
    public static @Nullable StunMessage parse(byte[] bytes) {
        if (bytes.length < HEADER || bytes.length > LONGEST) return null;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int type = in.getShort() & 0xffff;
        int length = in.getShort() & 0xffff;
        if (type > 0x3fff || length % 4 != 0 || length != bytes.length - HEADER || in.getInt() != COOKIE) return null;
        @Nullable Method method = Method.of(Kind.method(type));
        @Nullable List<Field> fields = method == null ? null : fields(in.position(HEADER));
        if (method == null || fields == null) return null;
        StunMessage message = new StunMessage(bytes, method, Kind.of(type), fields);
        return message.fingerprintFits() ? message : null;
    }

    /// After MESSAGE-INTEGRITY only its stronger brother counts, and FINGERPRINT, which is the last (section 14.5).
    private static @Nullable List<Field> fields(ByteBuffer in) {
        var fields = new ArrayList<Field>();
        boolean signed = false;
        while (in.hasRemaining()) {
            int at = in.position();
            if (in.remaining() < 4) return null;
            int type = in.getShort() & 0xffff;
            int length = in.getShort() & 0xffff;
            int padded = (length + 3) & ~3;
            if (padded > in.remaining()) return null;
            in.position(in.position() + padded);
            boolean last = type == Attribute.FINGERPRINT;
            if (last && (length != 4 || in.hasRemaining())) return null;
            if (!signed || last || type == Attribute.MESSAGE_INTEGRITY_SHA256) fields.add(new Field(type, at, length));
            signed |= type == Attribute.MESSAGE_INTEGRITY || type == Attribute.MESSAGE_INTEGRITY_SHA256;
        }
        return fields;
    }

    private boolean fingerprintFits() {
        int at = offset(Attribute.FINGERPRINT);
        return at < 0 || ByteBuffer.wrap(bytes).getInt(at + 4) == Fingerprint.of(bytes, at);
    }

    public Method method() {
        return method;
    }

    public Kind kind() {
        return kind;
    }

    /// Of the whole message.
    public int length() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Whether both are the same request, sent once more.
    public boolean repeats(byte[] transaction) {
        return Arrays.equals(bytes, TRANSACTION, TRANSACTION_END, transaction, 0, transaction.length);
    }

    /// The cookie and the twelve bytes that name the transaction.
    public byte[] transaction() {
        return Arrays.copyOfRange(bytes, TRANSACTION, TRANSACTION_END);
    }

    public boolean has(int attribute) {
        return offset(attribute) >= 0;
    }

    /// Where the first attribute of a type begins, or -1.
    int offset(int attribute) {
        for (Field field : fields) if (field.type == attribute) return field.at;
        return -1;
    }

    /// The value of the first attribute of a type, which must be there.
    public byte[] value(int attribute) {
        for (Field field : fields) if (field.type == attribute) return value(field);
        throw new IllegalArgumentException("no attribute " + attribute);
    }

    private byte[] value(Field field) {
        return Arrays.copyOfRange(bytes, field.at + 4, field.at + 4 + field.length);
    }

    /// The first address of a type, or null if there is none that can be read.
    public @Nullable InetSocketAddress address(int attribute) {
        return has(attribute) ? Address.read(value(attribute), transaction()) : null;
    }

    /// All addresses of a type, or none if one of them cannot be read.
    public List<InetSocketAddress> addresses(int attribute) {
        var addresses = new ArrayList<InetSocketAddress>();
        for (Field field : fields) {
            if (field.type != attribute) continue;
            @Nullable InetSocketAddress address = Address.read(value(field), transaction());
            if (address == null) return List.of();
            addresses.add(address);
        }
        return addresses;
    }

    /// Attributes that must be understood and are not, each once (RFC 8489, section 6.3).
    public int[] unknown() {
        return fields.stream()
                .mapToInt(Field::type)
                .filter(type -> !Attribute.understood(type))
                .distinct()
                .toArray();
    }
}
