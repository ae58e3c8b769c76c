package chat.passerby.e2e.stage;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The browsers that were needed so far; each is started once for all stories. Confined to one thread.
final class Browsers implements AutoCloseable {
    private final Map<Machine, Chromium> running = new EnumMap<>(Machine.class);

    /// All at once: starting one takes seconds.
    void start(Set<Machine> machines) {
        List<Map.Entry<Machine, CompletableFuture<Chromium>>> starting = machines.stream()
                .filter(machine -> !running.containsKey(machine))
                .map(machine -> Map.entry(machine, CompletableFuture.supplyAsync(() -> Chromium.start(machine))))
                .toList();
        starting.forEach(one -> running.put(one.getKey(), one.getValue().join()));
    }

    Chromium at(Machine machine) {
        return Objects.requireNonNull(running.get(machine), "not started");
    }

    Collection<Chromium> all() {
        return running.values();
    }

    @Override
    public void close() {
        running.values().forEach(Chromium::close);
    }
}
