package chat.passerby.signaling.connection;

import java.util.concurrent.TimeUnit;

/// The server's two clocks: one that never jumps, one that people read.
public final class Clock {
    private Clock() {}

    /// Milliseconds that only count up, for waits and limits.
    public static long steady() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /// Milliseconds since 1970, for what is stored or told.
    public static long wall() {
        return System.currentTimeMillis();
    }
}
