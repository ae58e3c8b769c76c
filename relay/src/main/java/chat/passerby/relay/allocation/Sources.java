package chat.passerby.relay.allocation;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator;

/// How often a stranger is answered: so many times a second for one IPv4 address or one /64 of IPv6. Sources share a
/// fixed number of places by a hash that nobody can foresee: no flood makes it grow, and no address is kept.
/// For any thread.
public final class Sources {
    private static final int PLACES = 1 << 14;
    private static final long MICROS = 1_000_000;
    private static final int V6_NETWORK = 8;

    /// For each place, when it will have earned what it was given (the "generic cell rate algorithm").
    private final AtomicLongArray paid = new AtomicLongArray(PLACES);

    private final long price;
    private final long credit;
    private final long seed;

    /// @param perSecond answers
    /// @param atOnce    answers after a silence
    public Sources(int perSecond, int atOnce, RandomGenerator chance) {
        price = MICROS / perSecond;
        credit = price * atOnce;
        seed = chance.nextLong();
    }

    /// Whether this source may have one answer more.
    public boolean take(InetAddress source, long nowMillis) {
        int place = place(source);
        long now = nowMillis * 1_000;
        while (true) {
            long before = paid.get(place);
            long after = Math.max(before, now) + price;
            if (after - now > credit) return false;
            if (paid.compareAndSet(place, before, after)) return true;
        }
    }

    private int place(InetAddress source) {
        byte[] ip = source.getAddress();
        long hash = seed;
        for (int i = 0; i < Math.min(ip.length, V6_NETWORK); i++) {
            hash = (hash ^ ip[i]) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 40) & (PLACES - 1);
    }
}
