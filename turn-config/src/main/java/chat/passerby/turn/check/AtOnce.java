package chat.passerby.turn.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Many waits at once, for no longer than one.
final class AtOnce {
    private AtOnce() {}

    /// Runs all tasks.
    ///
    /// @return what each found, in their order; nothing where one was not done in time
    static <T> List<Optional<T>> run(List<? extends Callable<T>> tasks, Duration longest) throws InterruptedException {
        // Virtual threads: an interrupt closes the socket that one waits for.
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return threads.invokeAll(tasks, longest.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .map(AtOnce::found)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Optional<T> found(Future<T> task) {
        return switch (task.state()) {
            case SUCCESS -> Optional.of(task.resultNow());
            case CANCELLED, RUNNING -> Optional.empty();
            case FAILED -> throw new IllegalStateException("a bug in a check", task.exceptionNow());
        };
    }
}
