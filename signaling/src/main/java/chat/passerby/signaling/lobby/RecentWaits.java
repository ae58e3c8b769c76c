package chat.passerby.signaling.lobby;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// How long those who had to wait did wait, lately. Confined to the lobby's thread.
final class RecentWaits {
    private static final int MOST = 64;
    private static final int FEWEST = 5;
    private static final long LATELY = 10 * 60_000;

    private record Ended(long at, long waited) {}

    private final Deque<Ended> ended = new ArrayDeque<>(MOST);

    void add(long waited, long now) {
        if (ended.size() == MOST) ended.removeFirst();
        ended.addLast(new Ended(now, waited));
    }

    /// The median in seconds, rounded up; `null` where too few were seen to say anything honest.
    @Nullable
    Integer estimate(long now) {
        while (!ended.isEmpty() && now - ended.getFirst().at() > LATELY) ended.removeFirst();
        if (ended.size() < FEWEST) return null;
        long[] waits = ended.stream().mapToLong(Ended::waited).sorted().toArray();
        return (int) Math.ceilDiv(waits[waits.length / 2], 1_000);
    }
}
