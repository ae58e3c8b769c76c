package chat.passerby.relay.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// All counters. For any thread.
public final class Counters {
    private final Map<Counter, LongAdder> adders = new EnumMap<>(Counter.class);

    public Counters() {
        for (Counter counter : Counter.values()) adders.put(counter, new LongAdder());
    }

    public void count(Counter counter) {
        add(counter, 1);
    }

    public void add(Counter counter, long amount) {
        adder(counter).add(amount);
    }

    public long read(Counter counter) {
        return adder(counter).sum();
    }

    public Map<Counter, Long> read() {
        var read = new EnumMap<Counter, Long>(Counter.class);
        adders.forEach((counter, adder) -> read.put(counter, adder.sum()));
        return read;
    }

    private LongAdder adder(Counter counter) {
        LongAdder adder = adders.get(counter);
        if (adder == null) throw new IllegalStateException("each counter has one");
        return adder;
    }
}
