package chat.passerby.signaling.lobby;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Those who wait in one lane for one mode. Joining, leaving and most draws cost the same however long it is. Confined
/// to the lobby's thread.
final class Line {
    /// Draws before the line is walked.
    private static final int PROBES = 32;
    /// Steps of such a walk.
    private static final int SCAN = 2_000;

    private final List<Visitor> waiting = new ArrayList<>();
    final RecentWaits recentWaits = new RecentWaits();

    void join(Visitor visitor) {
        visitor.place = waiting.size();
        waiting.add(visitor);
    }

    void leave(Visitor visitor) {
        Visitor last = waiting.removeLast();
        if (last != visitor) {
            waiting.set(visitor.place, last);
            last.place = visitor.place;
        }
        visitor.place = -1;
    }

    /// One of the eligible, each as likely as the other: a few draws from everybody, then a walk from a random place
    /// that keeps the k-th it meets with chance 1/k. Exactly uniform in lines of up to [#SCAN].
    @Nullable
    Visitor draw(Predicate<Visitor> eligible, RandomGenerator random) {
        int size = waiting.size();
        if (size == 0) return null;
        for (int probe = 0; probe < PROBES; probe++) {
            Visitor candidate = waiting.get(random.nextInt(size));
            if (eligible.test(candidate)) return candidate;
        }
        int start = random.nextInt(size);
        int met = 0;
        Visitor drawn = null;
        for (int step = 0; step < Math.min(size, SCAN); step++) {
            Visitor candidate = waiting.get((start + step) % size);
            if (eligible.test(candidate) && random.nextInt(++met) == 0) drawn = candidate;
        }
        return drawn;
    }

    int size() {
        return waiting.size();
    }
}
