package chat.passerby.bench.relay;

/// What came of a load. Immutable.
///
/// @param sent     packets
/// @param received of those, at the other end
/// @param overrun  of those, relayed, but lost in our own sockets, which were read too late
/// @param seconds  that sending took
record Tally(long sent, long received, long overrun, double seconds) {
    long relayed() {
        return received + overrun;
    }

    /// The share that the server lost.
    double loss() {
        return sent == 0 ? 0 : (double) Math.max(0, sent - relayed()) / sent;
    }

    /// How much was offered in fact.
    double perSecond() {
        return sent / seconds;
    }
}
