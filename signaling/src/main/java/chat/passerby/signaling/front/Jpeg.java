package chat.passerby.signaling.front;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// A JPEG (ITU T.81) as far as its markers tell: it is walked through and never decoded, so no picture can harm the
/// server. What a camera or a program wrote beside the picture (APPn with EXIF, comments) is left out. Confined to one
/// thread.
final class Jpeg {
    /// Pixels of a side. A small file may unfold to a huge picture, and a moderator's browser decodes it.
    static final int SIDE = 2_048;

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DQT = 0xdb;
    private static final int DHT = 0xc4;
    private static final int DRI = 0xdd;
    private static final int COM = 0xfe;

    private final byte[] bytes;
    private final ByteArrayOutputStream kept;
    private int at;
    private boolean framed;
    private boolean scanned;

    private Jpeg(byte[] bytes) {
        this.bytes = bytes;
        kept = new ByteArrayOutputStream(bytes.length);
    }

    /// The picture alone. Empty where it is none, or not whole, or followed by something.
    static Optional<byte[]> clean(byte[] bytes) {
        Jpeg jpeg = new Jpeg(bytes);
        try {
            return jpeg.walk() ? Optional.of(jpeg.kept.toByteArray()) : Optional.empty();
        } catch (IndexOutOfBoundsException cutOff) {
            return Optional.empty();
        }
    }

    private boolean walk() {
        if (marker() != SOI) return false;
        keep(0);
        while (true) {
            int from = at;
            int marker = marker();
            if (marker == EOI) {
                keep(from);
                return framed && scanned && at == bytes.length;
            }
            if (!segment(marker)) return false;
            boolean beside = (marker >= 0xe0 && marker <= 0xef) || marker == COM;
            if (!beside) keep(from);
        }
    }

    /// Two bytes; between segments some more of 0xff may stand (B.1.1.2), of which nobody has a use.
    private int marker() {
        if (next() != 0xff) return -1;
        return next();
    }

    /// Steps over one segment, or over a scan with its entropy-coded data. False if it cannot stand here.
    private boolean segment(int marker) {
        int start = at;
        int length = pair();
        if (length < 2 || start + length > bytes.length) return false;
        switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> {
                if (framed || !fits(length)) return false;
                framed = true;
            }
            case SOS -> {
                if (!framed) return false;
                scanned = true;
                at = start + length;
                scan();
                return true;
            }
            case DQT, DHT, DRI, COM -> {}
            default -> {
                if (marker < 0xe0 || marker > 0xef) return false;
            }
        }
        at = start + length;
        return true;
    }

    /// The frame's header (B.2.2): 8 bits, sides within bounds, grey or in three colours.
    private boolean fits(int length) {
        int bits = next();
        int height = pair();
        int width = pair();
        int colours = next();
        return bits == 8
                && height >= 1
                && height <= SIDE
                && width >= 1
                && width <= SIDE
                && (colours == 1 || colours == 3)
                && length == 8 + 3 * colours;
    }

    /// Up to the next marker that is no restart, and no stuffed 0xff (F.1.2.3).
    private void scan() {
        while (true) {
            if (next() != 0xff) continue;
            int after = next();
            boolean inside = after == 0 || (after >= 0xd0 && after <= 0xd7);
            if (inside) continue;
            at -= 2;
            return;
        }
    }

    private void keep(int from) {
        kept.write(bytes, from, at - from);
    }

    private int next() {
        return bytes[at++] & 0xff;
    }

    private int pair() {
        return next() << 8 | next();
    }
}
