package chat.passerby.signaling.metrics;

import java.util.concurrent.atomic.LongAdder;

/// How often something happened since the start. Any thread.
@SuppressWarnings("ImmutableEnumChecker") // to count is what it is for
public enum Counter {
    /// Conversations begun.
    PAIRED,
    /// Lines of chat passed on.
    LINES,
    /// Lines that came again after a resume, and were dropped.
    REPEATED,
    /// Messages for a room that the sender is not in: late, or invented.
    OTHER_ROOM,
    /// Signals of another negotiation, or to an empty seat.
    STALE,
    /// Candidates that may not stand where they stood.
    CANDIDATES_DROPPED,
    /// Messages refused as bad.
    BAD,
    /// Messages refused as too fast.
    TOO_FAST,
    /// Connections closed because they did not read in time.
    TOO_SLOW,
    /// Handshakes refused: foreign origin, too many.
    TURNED_AWAY,
    /// Sessions that came back.
    RESUMED,
    /// Conversations rebuilt after a restart.
    REBUILT,
    REPORTED,
    BLOCKED;

    private final LongAdder count = new LongAdder();

    public void increment() {
        count.increment();
    }

    public long count() {
        return count.sum();
    }
}
