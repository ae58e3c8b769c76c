package chat.passerby.signaling.lobby;

/// Something that happens in a [Town]; `who` is one of its people.
sealed interface Step {
    record Find(int who, Preferences wish) implements Step {}

    record Next(int who) implements Step {}

    /// For a room that they were never in, or not last.
    record NextOther(int who) implements Step {}

    record Stop(int who) implements Step {}

    record Here(int who) implements Step {}

    /// Blocks the present partner, or the last.
    record Sever(int who) implements Step {}

    record Lose(int who) implements Step {}

    /// A new socket: for the session there is, with a room ticket, or afresh.
    record Return(int who) implements Step {}

    record Evict(int who) implements Step {}

    /// Time goes by, in ticks or in one go.
    record Pass(int millis, boolean stalled) implements Step {}

    record Drain() implements Step {}

    /// The server is killed and comes back.
    record Restart() implements Step {}
}
