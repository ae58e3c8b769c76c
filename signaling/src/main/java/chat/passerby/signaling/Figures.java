package chat.passerby.signaling;

import chat.passerby.signaling.connection.Connections;
import chat.passerby.signaling.ice.RelayState;
import chat.passerby.signaling.ice.Relays;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.metrics.Metric;
import chat.passerby.signaling.metrics.Metric.Kind;
import chat.passerby.signaling.metrics.Metric.Sample;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.room.Rooms;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// All figures of the metrics page, read when it is asked for. A table of them is in `docs/operations.md`. Any thread.
record Figures(
        Connections connections,
        Rooms rooms,
        LobbyLoop lobby,
        Relays relays,
        @Nullable EmbeddedRelay relay) {
    private static final long MILLIS = 1_000;

    List<Metric> read() {
        var all = new ArrayList<Metric>();
        all.addAll(people());
        for (Counter counter : Counter.values()) all.add(counter.metric());
        all.addAll(turn(relays.states()));
        if (relay != null) all.addAll(relayed(relay));
        all.addAll(process());
        return all;
    }

    private List<Metric> people() {
        return List.of(
                Metric.gauge("passerby_connections", "Open WebSockets.", connections.size()),
                Metric.gauge(
                        "passerby_online",
                        "Visitors, those that lost their connection lately included.",
                        connections.online()),
                new Metric(
                        "passerby_waiting",
                        Kind.GAUGE,
                        "Visitors who wait for a partner.",
                        each(List.of(Mode.values()), mode -> Map.of("mode", lower(mode)), connections::waiting)),
                Metric.gauge("passerby_rooms", "Conversations that go on.", rooms.size()),
                Metric.gauge("passerby_lobby_backlog", "Commands that wait for the lobby.", lobby.backlog()));
    }

    /// How the addresses are that visitors are told.
    private static List<Metric> turn(List<RelayState> states) {
        return List.of(
                new Metric(
                        "passerby_turn_works",
                        Kind.GAUGE,
                        "Whether the address of a TURN server served at the last look (1) or not (0).",
                        each(states, state -> Map.of("url", state.url()), state -> state.works() ? 1 : 0)),
                new Metric(
                        "passerby_turn_outcome",
                        Kind.GAUGE,
                        "What the last look at the address found; always 1.",
                        each(states, Figures::outcome, _ -> 1)),
                new Metric(
                        "passerby_turn_looked_timestamp_seconds",
                        Kind.GAUGE,
                        "When the address was looked at last.",
                        each(
                                states,
                                state -> Map.of("url", state.url()),
                                state -> state.looked().getEpochSecond())));
    }

    private static Map<String, String> outcome(RelayState state) {
        var labels = new LinkedHashMap<String, String>();
        labels.put("url", state.url());
        labels.put("outcome", state.outcome());
        return labels;
    }

    private static List<Metric> relayed(EmbeddedRelay relay) {
        var all = new ArrayList<Metric>();
        all.add(Metric.gauge("passerby_relay_allocations_live", "Relayed addresses in use.", relay.allocations()));
        relay.counts()
                .forEach((counter, count) ->
                        all.add(Metric.counter("passerby_relay_" + lower(counter) + "_total", counter.help(), count)));
        return all;
    }

    private static List<Metric> process() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return List.of(
                Metric.gauge(
                        "process_start_time_seconds",
                        "When the process started.",
                        ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS),
                Metric.gauge("passerby_heap_used_bytes", "Memory that objects take, garbage included.", heap.getUsed()),
                Metric.gauge("passerby_heap_max_bytes", "Memory that objects may take.", heap.getMax()));
    }

    private static <T> List<Sample> each(
            List<T> things, Function<T, Map<String, String>> labels, ToLongFunction<T> value) {
        return things.stream()
                .map(thing -> new Sample(labels.apply(thing), value.applyAsLong(thing)))
                .toList();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
