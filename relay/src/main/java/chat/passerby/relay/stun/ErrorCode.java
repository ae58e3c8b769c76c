package chat.passerby.relay.stun;

/// Why a request is refused (RFC 8489, section 14.8; RFC 8656, section 19). The reason phrase is left empty: it is for
/// people who read packets, and an answer to a stranger must be short.
public enum ErrorCode {
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    UNKNOWN_ATTRIBUTE(420),
    ALLOCATION_MISMATCH(437),
    STALE_NONCE(438),
    ADDRESS_FAMILY_NOT_SUPPORTED(440),
    WRONG_CREDENTIALS(441),
    UNSUPPORTED_TRANSPORT(442),
    PEER_ADDRESS_FAMILY_MISMATCH(443),
    ALLOCATION_QUOTA_REACHED(486),
    INSUFFICIENT_CAPACITY(508);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// The value of ERROR-CODE.
    byte[] value() {
        return new byte[] {0, 0, (byte) (number / 100), (byte) (number % 100)};
    }
}
