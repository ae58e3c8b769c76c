package chat.passerby.relay.stun;

/// The two kinds of message that share a port, told apart by their first byte (RFC 8656, section 12).
public final class Frame {
    /// Of ChannelData: number and length (section 12.4).
    public static final int CHANNEL_HEADER = 4;

    public static final int FIRST_CHANNEL = 0x4000;
    /// As RFC 5766 had it: clients from before RFC 8656 (0x4fff) take any number up to this.
    public static final int LAST_CHANNEL = 0x7fff;

    private Frame() {}

    public static boolean isStun(int firstByte) {
        return firstByte >= 0 && firstByte <= 0x3f;
    }

    public static boolean isChannelData(int firstByte) {
        return firstByte >= FIRST_CHANNEL >> 8 && firstByte <= LAST_CHANNEL >> 8;
    }

    /// Up to the next multiple of four, to which ChannelData is filled up where it goes over a stream.
    public static int padded(int length) {
        return (length + 3) & ~3;
    }
}
