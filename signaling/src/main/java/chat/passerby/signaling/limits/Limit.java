package chat.passerby.signaling.limits;

/// Every limit, in one table: a bucket of `burst` tokens that refills at `perMinute`.
///
/// Rows of [Scope#SESSION] hold one connection to what a person can do, and may close it. Rows of [Scope#NETWORK] are
/// at
/// least ten times as wide and only throttle: a campus behind one address is not an attack. All are counted in memory,
/// so none can fail open or closed. Loopback is not exempt.
public enum Limit {
    /// Everything a client sends, of whatever kind.
    MESSAGE(Scope.SESSION, 300, 3_000),
    /// Messages that had to be refused as bad. At its end the connection is closed.
    BAD(Scope.SESSION, 20, 30),
    FIND(Scope.SESSION, 20, 60),
    NEXT(Scope.SESSION, 20, 60),
    DEPOSIT(Scope.SESSION, 10, 30),
    /// Offers and answers.
    DESCRIPTION(Scope.SESSION, 20, 60),
    /// 64 may come in one negotiation, and negotiations follow each other with `next`.
    CANDIDATE(Scope.SESSION, 256, 1_200),
    CHAT(Scope.SESSION, 70, 90),
    /// Typing, media state, acknowledgements, signs of life, pings.
    SMALL(Scope.SESSION, 100, 300),
    /// TURN credentials: one for the line and one for the room. Beyond it, none are told.
    CREDENTIALS(Scope.SESSION, 40, 120),
    REPORT(Scope.SESSION, 5, 2),
    BLOCK(Scope.SESSION, 10, 10),

    /// WebSocket handshakes.
    CONNECT(Scope.NETWORK, 600, 600),
    /// Sessions newly made: an alias each.
    SESSION(Scope.NETWORK, 600, 600),
    PAIRING(Scope.NETWORK, 1_000, 1_200),
    REPORTS(Scope.NETWORK, 50, 20),
    /// The hoster's checks of the relays, and guesses of the key to them.
    CHECK(Scope.NETWORK, 30, 12),
    /// Codes asked about over HTTP, right or wrong. Of 80 random bits nobody guesses one at this pace.
    CODES(Scope.NETWORK, 300, 60),
    APPEALS(Scope.NETWORK, 20, 10),
    /// Pictures attached to reports.
    FRAMES(Scope.NETWORK, 50, 20),
    /// Questions to the moderators' console, of whatever kind.
    CONSOLE(Scope.NETWORK, 600, 600),
    /// What is asked there before anybody is signed in: two questions a time.
    SIGN_IN(Scope.NETWORK, 20, 10),
    /// Notices about intimate pictures.
    NOTICES(Scope.NETWORK, 30, 6);

    /// Whom a row counts.
    public enum Scope {
        SESSION,
        NETWORK
    }

    private final Scope scope;
    private final int burst;
    private final int perMinute;

    Limit(Scope scope, int burst, int perMinute) {
        this.scope = scope;
        this.burst = burst;
        this.perMinute = perMinute;
    }

    public Scope scope() {
        return scope;
    }

    public int burst() {
        return burst;
    }

    public int perMinute() {
        return perMinute;
    }
}
