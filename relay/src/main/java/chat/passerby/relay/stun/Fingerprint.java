package chat.passerby.relay.stun;

import java.util.zip.CRC32;

/// A checksum that tells STUN from whatever else comes to a port (RFC 8489, section 14.7).
final class Fingerprint {
    static final int LENGTH = 8;
    private static final int MASK = 0x5354554e;

    private Fingerprint() {}

    /// Over the message as far as the attribute.
    static int of(byte[] message, int length) {
        CRC32 crc = new CRC32();
        crc.update(message, 0, length);
        return (int) crc.getValue() ^ MASK;
    }
}
