package chat.passerby.signaling.moderation;

/// What a moderator hears who decided something.
public sealed interface Answer {
    /// It is stored and in force.
    record Done(DecisionId decision) implements Answer {}

    /// Nothing was stored, and nothing changed.
    record Refused(Why why) implements Answer {}

    /// Why not.
    enum Why {
        /// There is no such case, decision or appeal, or no longer.
        GONE,
        /// Since it was opened, something came in, or somebody decided: look again.
        CHANGED,
        /// Another moderator has it open, or whoever asks does not: open it first.
        TAKEN,
        /// It is decided, undone or reversed already.
        DECIDED,
        /// Where there are two moderators, an appeal is not decided by who decided first.
        OWN,
        /// Most visitors come from one network, and no proxy is declared (`proxy.trusted`): this network may be
        /// everybody.
        EVERYBODY
    }
}
