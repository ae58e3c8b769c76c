package chat.passerby.signaling.lobby;

/// Something that is due. Never taken back: what it was for is looked at when its time comes. Immutable.
sealed interface Deadline {
    /// Milliseconds, on the lobby's clock.
    long at();

    /// This visitor's wish may have loosened: try again.
    record Retry(Visitor visitor, long turn, long at) implements Deadline {}

    /// This visitor's grace is over.
    record Grace(Visitor visitor, long turn, long at) implements Deadline {}

    /// Both should have given a sign of life.
    record Wake(Meeting meeting, long at) implements Deadline {}

    /// The next count of who is online.
    record Sampling(long at) implements Deadline {}
}
