package chat.passerby.signaling.metrics;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/// How often something happened since the start. Any thread.
@SuppressWarnings("ImmutableEnumChecker") // to count is what it is for
public enum Counter {
    PAIRED("Conversations begun."),
    LINES("Lines of chat passed on."),
    REPEATED("Lines that came again after a resume, and were dropped."),
    OTHER_ROOM("Messages for a room that the sender is not in: late, or invented."),
    STALE("Signals of another negotiation, or to an empty seat."),
    CANDIDATES_DROPPED("Candidates that may not stand where they stood."),
    BAD("Messages refused as bad."),
    TOO_FAST("Messages refused as too fast."),
    TOO_SLOW("Connections closed because they did not read in time."),
    TURNED_AWAY("Handshakes refused: foreign origin, too many."),
    RESUMED("Sessions that came back."),
    REBUILT("Conversations rebuilt after a restart."),
    REPORTED("Reports stored."),
    BLOCKED("Blocks stored.");

    private final LongAdder count = new LongAdder();
    private final String help;

    Counter(String help) {
        this.help = help;
    }

    public void increment() {
        count.increment();
    }

    public long count() {
        return count.sum();
    }

    /// For the page of all of them.
    public Metric metric() {
        return Metric.counter("passerby_" + name().toLowerCase(Locale.ROOT) + "_total", help, count());
    }
}
