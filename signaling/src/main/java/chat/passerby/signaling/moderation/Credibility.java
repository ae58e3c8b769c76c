package chat.passerby.signaling.moderation;

/// What became of a reporter's earlier reports. Immutable.
///
/// @param dismissed in how many a moderator found nothing, or what they found was reversed
/// @param upheld    in how many there was a measure
record Credibility(int dismissed, int upheld) {
    /// So many more dismissed than upheld, and a reporter does not count any more.
    static final int SPENT = 3;

    /// Whether this reporter still counts: for the weight of a case, and towards an automatic cool-down. Their reports
    /// are read all the same, and one that is upheld helps.
    boolean counts() {
        return dismissed - upheld < SPENT;
    }
}
