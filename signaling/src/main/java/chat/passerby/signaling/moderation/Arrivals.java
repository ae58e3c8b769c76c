package chat.passerby.signaling.moderation;

import chat.passerby.signaling.session.NetworkId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How many sessions of the last hour came from which network, in memory. Any thread.
public final class Arrivals {
    private static final Duration BUCKET = Duration.ofMinutes(30);
    /// Networks of one half hour; more count as one other, which makes a single large one look smaller.
    private static final int MOST = 50_000;

    private static final NetworkId OTHER = new NetworkId("");

    private final boolean declared;
    private Map<NetworkId, Integer> now = new HashMap<>();
    private Map<NetworkId, Integer> before = new HashMap<>();
    private Instant since = Instant.EPOCH;

    /// @param declared whether the hoster names proxies (`proxy.trusted`)
    public Arrivals(boolean declared) {
        this.declared = declared;
    }

    public synchronized void arrive(NetworkId network, Instant at) {
        turn(at);
        boolean full = now.size() >= MOST && !now.containsKey(network);
        now.merge(full ? OTHER : network, 1, Integer::sum);
    }

    /// Of the last half hour to hour.
    public synchronized Peers peers(Instant at) {
        turn(at);
        Map<NetworkId, Integer> sum = new HashMap<>(before);
        now.forEach((network, count) -> sum.merge(network, count, Integer::sum));
        int all = sum.values().stream().mapToInt(Integer::intValue).sum();
        sum.remove(OTHER);
        return new Peers(
                all, sum.values().stream().mapToInt(Integer::intValue).max().orElse(0), declared);
    }

    private void turn(Instant at) {
        if (at.isBefore(since.plus(BUCKET))) return;
        before = at.isBefore(since.plus(BUCKET).plus(BUCKET)) ? now : new HashMap<>();
        now = new HashMap<>();
        since = at;
    }
}
