package chat.passerby.relay.stun;

import org.jspecify.annotations.Nullable;

/// What a message is about (RFC 8489, section 18.2; RFC 8656, section 17). TCP towards peers (RFC 6062) is unknown
/// here.
public enum Method {
    BINDING(0x001),
    ALLOCATE(0x003),
    REFRESH(0x004),
    SEND(0x006),
    DATA(0x007),
    CREATE_PERMISSION(0x008),
    CHANNEL_BIND(0x009);

    private final int number;

    Method(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static @Nullable Method of(int number) {
        return switch (number) {
            case 0x001 -> BINDING;
            case 0x003 -> ALLOCATE;
            case 0x004 -> REFRESH;
            case 0x006 -> SEND;
            case 0x007 -> DATA;
            case 0x008 -> CREATE_PERMISSION;
            case 0x009 -> CHANNEL_BIND;
            default -> null;
        };
    }
}
