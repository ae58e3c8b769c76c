package chat.passerby.turn.check;

import java.time.Duration;

/// When a check must be over. Immutable.
record Deadline(long nanos) {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }

    /// How long to wait for the next answer.
    ///
    /// @throws Failure if there is no time left
    Duration patience() throws Failure {
        Duration left = left();
        if (left.toMillis() <= 0) throw new Failure(Outcome.SILENT);
        return left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
    }
}
