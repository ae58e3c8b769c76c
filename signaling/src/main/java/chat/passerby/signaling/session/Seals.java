package chat.passerby.signaling.session;

import chat.passerby.signaling.protocol.SealedLine;
import chat.passerby.signaling.protocol.Side;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/// Evidence without storage: an HMAC over where, who, which, when and what. Both tabs keep it with the line; the server
/// keeps nothing, and can tell later that it relayed exactly this. Immutable; any thread.
public final class Seals {
    /// The key's version stands in front, so that an older key can be told when keys change.
    private static final String VERSION = "1.";

    private final Secrets secrets;

    public Seals(Secrets secrets) {
        this.secrets = secrets;
    }

    public String seal(RoomId room, Side from, int line, long at, String text) {
        byte[] mac = Secrets.hmac(secrets.sealKey(), message(room, from, line, at, text));
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, 16));
    }

    /// Whether this very line went through this very room.
    public boolean holds(RoomId room, SealedLine line) {
        String expected = seal(room, line.from(), line.line(), line.at(), line.text());
        return MessageDigest.isEqual(Secrets.bytes(expected), Secrets.bytes(line.seal()));
    }

    /// Every part has a fixed width or is the last, so that no two lines give the same bytes.
    private static byte[] message(RoomId room, Side from, int line, long at, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + text.length());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(room.value());
            out.writeByte(from == Side.A ? 'a' : 'b');
            out.writeInt(line);
            out.writeLong(at);
            out.write(Secrets.bytes(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
