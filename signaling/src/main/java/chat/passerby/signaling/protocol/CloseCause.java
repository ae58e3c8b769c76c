package chat.passerby.signaling.protocol;

/// Why the server closes a connection, and the one place that turns a cause into a WebSocket close code (RFC 6455 §7.4;
/// 4000 and up are ours). `docs/protocol.md` lists what a client does at each.
public enum CloseCause {
    /// The session was resumed on another connection.
    REPLACED(4001, "resumed elsewhere"),
    /// No `hello` came first, or none within ten seconds.
    NO_HELLO(4002, "hello expected"),
    /// No protocol version in common.
    VERSION(4003, "no protocol version in common"),
    /// A lane that the hoster did not make.
    UNKNOWN_LANE(4004, "unknown lane"),
    /// Too many messages refused or too fast.
    FLOOD(4005, "too many bad or too many messages"),
    /// Sent away; `evicted` told why.
    EVICTED(4006, "evicted"),
    /// No proof of age.
    AGE(4007, "proof of age needed"),
    /// The client closed.
    CLIENT(1000, "bye"),
    /// A binary message.
    BINARY(1003, "text messages only"),
    /// Text that is not UTF-8.
    NOT_UTF8(1007, "not UTF-8"),
    /// A message over 64 kB.
    TOO_BIG(1009, "message over 64 kB"),
    /// A fault of ours.
    FAULT(1011, "internal error"),
    /// The server restarts: come back with token and ticket.
    RESTART(1012, "restarting"),
    /// The client did not read, or answer a ping, in time; or the server is full.
    TOO_SLOW(1013, "too slow or too full, try later");

    private final int code;
    private final String reason;

    CloseCause(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
