package chat.passerby.bench.relay;

import chat.passerby.bench.Figure;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Both in turn, ours first, round after round: what else the machine does meets both. The first round warms up, and
/// does not count. Confined to a thread.
final class Duel {
    private final List<TurnProcess> both;
    private final PrintWriter progress;

    Duel(List<TurnProcess> both, PrintWriter progress) {
        this.both = List.copyOf(both);
        this.progress = progress;
    }

    /// Measures one of them once.
    interface Trial {
        double of(TurnProcess server) throws IOException;
    }

    /// @param warmUp the first round
    Figure fight(String name, String unit, int rounds, Trial warmUp, Trial trial, String sentence) throws IOException {
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++)
            for (TurnProcess server : both) {
                double found = (round == 0 ? warmUp : trial).of(server);
                progress.println(line(round, server.brand(), found, unit));
                progress.flush();
                if (round > 0) (server.brand() == Brand.OURS ? ours : theirs).add(found);
            }
        return new Figure(name, unit, ours, theirs, sentence);
    }

    private static String line(int round, Brand brand, double found, String unit) {
        String when = round == 0 ? "warm-up" : "round " + round;
        return String.format(Locale.ROOT, "  %-8s %-7s %,12.2f %s", when, brand, found, unit);
    }
}
