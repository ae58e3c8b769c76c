package chat.passerby.relay.peer;

import chat.passerby.relay.stun.Address;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.random.RandomGenerator;

/// The ports that are relayed from, in either family: free, taken, or live. For any thread.
public final class Ports {
    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int LIVE = 2;

    private final int low;
    private final int count;
    private final RandomGenerator chance;
    /// Those of IPv4, then those of IPv6.
    private final AtomicIntegerArray states;
    private final AtomicInteger[] free;

    /// @param low  the first
    /// @param high the last
    public Ports(int low, int high, RandomGenerator chance) {
        this.low = low;
        count = high - low + 1;
        this.chance = chance;
        states = new AtomicIntegerArray(2 * count);
        free = new AtomicInteger[] {new AtomicInteger(count), new AtomicInteger(count)};
    }

    /// A free one by chance, so that nobody can guess the next (RFC 8656, section 7.2); or -1.
    ///
    /// @param even whether it must be an even one
    public int take(int family, boolean even) {
        if (free[family - Address.IPV4].get() <= 0) return -1;
        int start = chance.nextInt(count);
        for (int i = 0; i < count; i++) {
            int port = low + (start + i) % count;
            if (even && port % 2 != 0) continue;
            if (states.compareAndSet(index(family, port), FREE, TAKEN)) {
                free[family - Address.IPV4].decrementAndGet();
                return port;
            }
        }
        return -1;
    }

    /// Somebody waits at a port that was taken.
    public void open(int family, int port) {
        states.set(index(family, port), LIVE);
    }

    public void give(int family, int port) {
        states.set(index(family, port), FREE);
        free[family - Address.IPV4].incrementAndGet();
    }

    public boolean live(int family, int port) {
        return port >= low && port - low < count && states.get(index(family, port)) == LIVE;
    }

    private int index(int family, int port) {
        return (family - Address.IPV4) * count + port - low;
    }
}
