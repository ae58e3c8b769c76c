package chat.passerby.signaling.lobby;

import chat.passerby.signaling.session.NetworkId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many are here, by lane, and how many wait, by network. Confined to the lobby's thread.
final class Crowd {
    private final int mostWaiting;
    private final Map<String, Integer> here = new HashMap<>();
    private final Map<NetworkId, Integer> waiting = new HashMap<>();
    private Map<String, Integer> sampled = Map.of();

    Crowd(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    void arrive(Visitor visitor) {
        here.merge(visitor.lane, 1, Integer::sum);
    }

    void leave(Visitor visitor) {
        here.computeIfPresent(visitor.lane, Crowd::less);
    }

    boolean mayWait(Visitor visitor) {
        return waiting.getOrDefault(visitor.network, 0) < mostWaiting;
    }

    void joinLine(Visitor visitor) {
        waiting.merge(visitor.network, 1, Integer::sum);
    }

    void leaveLine(Visitor visitor) {
        waiting.computeIfPresent(visitor.network, Crowd::less);
    }

    /// Counts anew. In between everybody is told the same, so that a crowd does not chatter about itself.
    Map<String, Integer> sample() {
        sampled = Map.copyOf(here);
        return sampled;
    }

    int online(String lane) {
        return sampled.getOrDefault(lane, here.getOrDefault(lane, 0));
    }

    int size() {
        return here.size() + waiting.size();
    }

    private static <K> @Nullable Integer less(K key, Integer count) {
        return count == 1 ? null : count - 1;
    }
}
