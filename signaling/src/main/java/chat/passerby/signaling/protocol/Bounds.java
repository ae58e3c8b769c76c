package chat.passerby.signaling.protocol;

/// Every bound of the protocol, in one place. Lengths of strings are UTF-16 units (`length` in Java and in JavaScript).
public final class Bounds {
    /// One message, in bytes of UTF-8, either way.
    public static final int MESSAGE = 64 * 1024;
    /// JSON nesting.
    public static final int DEPTH = 16;
    /// A line of chat, or the note of a report.
    public static final int TEXT = 2_000;
    /// A session description.
    public static final int SDP = 32 * 1024;
    /// A deposited offer.
    public static final int DEPOSIT = 16 * 1024;
    /// One candidate line.
    public static final int CANDIDATE = 512;
    /// Candidates of one side after each of its descriptions.
    public static final int CANDIDATES = 64;
    /// Negotiations of one room.
    public static final int NEGOTIATION = 1_000_000;
    /// Lines sent and not yet acknowledged; also the lines of a report.
    public static final int LINES = 64;
    /// Interests of one visitor.
    public static final int INTERESTS = 8;
    /// One interest, after normalisation.
    public static final int INTEREST = 24;
    /// Languages of one visitor.
    public static final int LANGUAGES = 8;
    /// Characters of 128 random bits in base64url.
    public static final int KEY_128 = 22;
    /// Characters of 256 random bits in base64url.
    public static final int KEY_256 = 43;
    /// A room ticket.
    public static final int TICKET = 2_048;
    /// A line's seal.
    public static final int SEAL = 64;
    /// A code that a person holds: of a receipt or a statement.
    public static final int CODE = 64;
    /// A picture attached to a report, in bytes.
    public static final int FRAME = 200_000;
    /// A lane's name.
    public static final int LANE = 64;
    /// A proof of age.
    public static final int AGE = 2_048;
    /// Protocol versions that a client may offer.
    public static final int VERSIONS = 8;
    /// The `detail` of a refusal.
    public static final int DETAIL = 200;

    private Bounds() {}
}
