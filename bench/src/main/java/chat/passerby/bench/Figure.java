package chat.passerby.bench;

import java.util.List;

/// One thing that was measured of both, several times in turn. Immutable.
///
/// @param name     what was measured
/// @param unit     in which
/// @param ours     every measurement that counts
/// @param theirs   likewise
/// @param sentence says what the ratio means; `%s` stands for it
public record Figure(String name, String unit, List<Double> ours, List<Double> theirs, String sentence) {
    public Figure {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    public double ourMedian() {
        return median(ours);
    }

    public double theirMedian() {
        return median(theirs);
    }

    /// Ours to theirs.
    public double ratio() {
        return ourMedian() / theirMedian();
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) throw new IllegalArgumentException("nothing was measured");
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
