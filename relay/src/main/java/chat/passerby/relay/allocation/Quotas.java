package chat.passerby.relay.allocation;

import chat.passerby.relay.credential.Now;
import chat.passerby.relay.credential.Username;
import chat.passerby.relay.stun.ErrorCode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many allocations there are, and whose: so many for one tag, so many altogether, none for a tag that was taken
/// back. For any thread.
public final class Quotas {
    /// A tag that was taken back is remembered for longer than its credential is good for; the oldest is forgotten
    /// first.
    private static final long REVOKED_MILLIS = 3_600_000;

    private static final int REVOKED = 100_000;

    private final int perTag;
    private final int total;
    private final Map<String, Integer> held = new HashMap<>();
    /// When each was taken back, the oldest first.
    private final Map<String, Long> revoked = new LinkedHashMap<>();

    private int all;

    public Quotas(int perTag, int total) {
        this.perTag = perTag;
        this.total = total;
    }

    /// Counts one more for this user, or says why not.
    public synchronized @Nullable ErrorCode take(Username user, Now now) {
        if (user.expiry() < now.epochSecond() || isRevoked(user)) return ErrorCode.UNAUTHORIZED;
        int his = held.getOrDefault(user.tag(), 0);
        if (his >= perTag) return ErrorCode.ALLOCATION_QUOTA_REACHED;
        if (all >= total) return ErrorCode.INSUFFICIENT_CAPACITY;
        held.put(user.tag(), his + 1);
        all++;
        return null;
    }

    public synchronized void give(Username user) {
        held.computeIfPresent(user.tag(), (_, his) -> his == 1 ? null : his - 1);
        all--;
    }

    public synchronized boolean isRevoked(Username user) {
        return revoked.containsKey(user.tag());
    }

    /// No allocation more for this tag.
    ///
    /// @return whether it holds any, which are to be ended
    public synchronized boolean revoke(String tag, long nowMillis) {
        revoked.remove(tag);
        Iterator<Long> oldest = revoked.values().iterator();
        while (oldest.hasNext()) {
            boolean old = nowMillis - oldest.next() > REVOKED_MILLIS;
            if (!old && revoked.size() < REVOKED) break;
            oldest.remove();
        }
        revoked.put(tag, nowMillis);
        return held.containsKey(tag);
    }

    /// Allocations altogether.
    public synchronized int all() {
        return all;
    }
}
