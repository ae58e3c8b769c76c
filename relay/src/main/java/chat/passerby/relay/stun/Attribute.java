package chat.passerby.relay.stun;

/// The attributes that are known here, by number. Those below 0x8000 must be understood (RFC 8489, section 14).
public final class Attribute {
    public static final int MAPPED_ADDRESS = 0x0001;
    public static final int USERNAME = 0x0006;
    public static final int MESSAGE_INTEGRITY = 0x0008;
    public static final int ERROR_CODE = 0x0009;
    public static final int UNKNOWN_ATTRIBUTES = 0x000a;
    public static final int CHANNEL_NUMBER = 0x000c;
    public static final int LIFETIME = 0x000d;
    public static final int XOR_PEER_ADDRESS = 0x0012;
    public static final int DATA = 0x0013;
    public static final int REALM = 0x0014;
    public static final int NONCE = 0x0015;
    public static final int XOR_RELAYED_ADDRESS = 0x0016;
    public static final int REQUESTED_ADDRESS_FAMILY = 0x0017;
    public static final int EVEN_PORT = 0x0018;
    public static final int REQUESTED_TRANSPORT = 0x0019;
    public static final int MESSAGE_INTEGRITY_SHA256 = 0x001c;
    public static final int XOR_MAPPED_ADDRESS = 0x0020;
    public static final int RESERVATION_TOKEN = 0x0022;
    /// What ICE puts into a Binding request (RFC 8445, section 16.1); it says nothing to a server.
    public static final int PRIORITY = 0x0024;

    public static final int USE_CANDIDATE = 0x0025;
    public static final int ADDITIONAL_ADDRESS_FAMILY = 0x8000;
    public static final int ADDRESS_ERROR_CODE = 0x8001;
    public static final int FINGERPRINT = 0x8028;

    static final int FIRST_OPTIONAL = 0x8000;

    private Attribute() {}

    /// Whether a message that holds it can be acted upon.
    static boolean understood(int type) {
        return type >= FIRST_OPTIONAL
                || switch (type) {
                    case MAPPED_ADDRESS,
                            USERNAME,
                            MESSAGE_INTEGRITY,
                            ERROR_CODE,
                            UNKNOWN_ATTRIBUTES,
                            CHANNEL_NUMBER,
                            LIFETIME,
                            XOR_PEER_ADDRESS,
                            DATA,
                            REALM,
                            NONCE,
                            XOR_RELAYED_ADDRESS,
                            REQUESTED_ADDRESS_FAMILY,
                            EVEN_PORT,
                            REQUESTED_TRANSPORT,
                            MESSAGE_INTEGRITY_SHA256,
                            XOR_MAPPED_ADDRESS,
                            RESERVATION_TOKEN,
                            PRIORITY,
                            USE_CANDIDATE -> true;
                    default -> false;
                };
    }
}
