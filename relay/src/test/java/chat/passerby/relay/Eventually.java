package chat.passerby.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// What another thread does soon.
final class Eventually {
    private static final long PATIENCE = 10_000_000_000L;

    private Eventually() {}

    static <T> void equal(Supplier<T> actual, T expected) {
        long start = System.nanoTime();
        T last = actual.get();
        while (!Objects.equals(last, expected) && System.nanoTime() - start < PATIENCE) {
            LockSupport.parkNanos(5_000_000);
            last = actual.get();
        }
        assertThat(last).isEqualTo(expected);
    }
}
