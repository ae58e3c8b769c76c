package chat.passerby.signaling.metrics;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One figure of this server, as it is just now. Immutable. It counts things, never a person: a label holds a kind of
/// thing or an address of the hoster's own.
///
/// @param name    as Prometheus wants it, with its unit
/// @param help    one sentence for the operator
/// @param samples one, or one for each thing of a kind; none where there is no such thing
public record Metric(String name, Kind kind, String help, List<Sample> samples) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /// How a figure moves.
    public enum Kind {
        /// Only up, from the start on.
        COUNTER,
        GAUGE
    }

    /// One number; whole, for all that is told is counted, or in the smallest unit that matters.
    ///
    /// @param labels what it is of, in the order of writing
    public record Sample(Map<String, String> labels, long value) {}

    public Metric {
        boolean counts = name.endsWith("_total");
        if (!NAME.matcher(name).matches() || counts != (kind == Kind.COUNTER))
            throw new IllegalArgumentException(name + " is no name for a " + kind);
        samples = List.copyOf(samples);
    }

    public static Metric counter(String name, String help, long value) {
        return new Metric(name, Kind.COUNTER, help, List.of(new Sample(Map.of(), value)));
    }

    public static Metric gauge(String name, String help, long value) {
        return new Metric(name, Kind.GAUGE, help, List.of(new Sample(Map.of(), value)));
    }
}
