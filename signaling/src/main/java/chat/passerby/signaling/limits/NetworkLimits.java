package chat.passerby.signaling.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.function.LongSupplier;

/// The allowances of networks, by their key. Bounded: of more networks than [#MOST] the longest unseen start afresh.
/// Thread-safe.
public final class NetworkLimits<K> {
    private static final int MOST = 100_000;
    /// Longer than any bucket takes to fill.
    private static final Duration UNSEEN = Duration.ofMinutes(10);

    private final LongSupplier clock;
    private final LoadingCache<K, Allowance> allowances;

    /// @param clock milliseconds, steady
    public NetworkLimits(LongSupplier clock) {
        this.clock = clock;
        allowances = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(UNSEEN)
                .build(network -> new Allowance(clock.getAsLong()));
    }

    public boolean spend(Limit row, K network) {
        return allowances.get(network).spend(row, clock.getAsLong());
    }

    public int retryAfter(Limit row, K network) {
        return allowances.get(network).retryAfter(row);
    }
}
