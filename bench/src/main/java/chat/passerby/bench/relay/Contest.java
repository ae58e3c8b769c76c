package chat.passerby.bench.relay;

import chat.passerby.bench.Figure;
import chat.passerby.turn.InvalidTurnSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All that is measured, one thing after the other. Confined to a thread.
final class Contest {
    private static final int WARM_ALLOCATIONS = 200;

    /// The loss that is not worth a word.
    private static final double WEATHER = 0.01;

    private final Terms terms;
    private final PrintWriter progress;

    Contest(Terms terms, PrintWriter progress) {
        this.terms = terms;
        this.progress = progress;
    }

    /// @param folder where the two have their files
    List<Figure> hold(Path folder) throws IOException, InvalidTurnSettings {
        var figures = new ArrayList<Figure>();
        try (var ours = start(Brand.OURS, folder.resolve("load"));
                var coturn = start(Brand.COTURN, folder.resolve("load"))) {
            var duel = new Duel(List.of(ours, coturn), progress);
            Figure rate = rate(duel); // first, for then the JVM has compiled what there is, and filled its heap once
            figures.add(cost(duel));
            figures.add(rate);
        }
        try (var ours = start(Brand.OURS, folder.resolve("memory"));
                var coturn = start(Brand.COTURN, folder.resolve("memory"))) {
            figures.add(memory(new Duel(List.of(ours, coturn), progress)));
        }
        return figures;
    }

    private static TurnProcess start(Brand brand, Path folder) throws IOException, InvalidTurnSettings {
        return TurnProcess.start(brand, Files.createDirectories(folder));
    }

    private Figure cost(Duel duel) throws IOException {
        progress.printf("CPU per relayed packet, at %,d packets a second%n", terms.perSecond());
        return duel.fight(
                "CPU per relayed packet at %,d a second".formatted(terms.perSecond()),
                "µs",
                terms.rounds(),
                this::cost,
                this::cost,
                "Our relay takes %s times the CPU of coturn to relay a packet.");
    }

    private double cost(TurnProcess server) throws IOException {
        try (Load load = load(server)) {
            long before = server.cpu().toNanos();
            Tally tally = load.offer(terms.perSecond(), terms.seconds());
            if (tally.loss() > WEATHER) progress.printf("  %s lost %.1f %%%n", server, 100 * tally.loss());
            return (server.cpu().toNanos() - before) / 1e3 / tally.relayed();
        }
    }

    private Figure rate(Duel duel) throws IOException {
        progress.println("Packets a second without loss");
        return duel.fight(
                "rate without loss",
                "packets/s",
                terms.rounds(),
                this::rate,
                this::rate,
                "It relays %s times as many packets a second before it loses one in a thousand; the load runs beside it.");
    }

    private double rate(TurnProcess server) throws IOException {
        try (Load load = load(server)) {
            return new Ramp(load::offer).climb();
        }
    }

    private Load load(TurnProcess server) throws IOException {
        return new Load(Road.open(server, terms.clients()), terms.bytes());
    }

    private Figure memory(Duel duel) throws IOException {
        progress.printf("Memory of an allocation, of %,d%n", terms.allocations());
        return duel.fight(
                "memory of an allocation",
                "bytes",
                1,
                server -> memory(server, WARM_ALLOCATIONS),
                server -> memory(server, terms.allocations()),
                "An allocation takes %s times the memory: of ours live heap and direct memory, of coturn what is resident.");
    }

    private static double memory(TurnProcess server, int allocations) throws IOException {
        long before = Footprint.bytes(server);
        List<Road> roads = Road.open(server, allocations);
        try {
            return (double) (Footprint.bytes(server) - before) / allocations;
        } finally {
            for (Road road : roads) road.close();
        }
    }
}
