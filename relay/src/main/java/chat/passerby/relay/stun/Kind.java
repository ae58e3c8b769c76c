package chat.passerby.relay.stun;

/// The class of a message (RFC 8489, section 5): two bits between those of the method.
public enum Kind {
    REQUEST(0x000),
    INDICATION(0x010),
    SUCCESS(0x100),
    ERROR(0x110);

    private static final int BITS = 0x110;

    private final int bits;

    Kind(int bits) {
        this.bits = bits;
    }

    /// The type of a message: `M M M M M C M M M C M M M M`.
    int type(Method method) {
        int number = method.number();
        return bits | (number & 0x00f) | (number & 0x070) << 1 | (number & 0xf80) << 2;
    }

    static Kind of(int type) {
        return switch (type & BITS) {
            case 0x000 -> REQUEST;
            case 0x010 -> INDICATION;
            case 0x100 -> SUCCESS;
            default -> ERROR;
        };
    }

    static int method(int type) {
        return (type & 0x00f) | (type & 0x0e0) >> 1 | (type & 0x3e00) >> 2;
    }
}
