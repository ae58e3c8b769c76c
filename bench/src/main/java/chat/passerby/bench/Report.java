package chat.passerby.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What a benchmark found, for people and for programs. Immutable.
///
/// @param theirs  the name of the other
/// @param load    under which both were
/// @param figures what was found
public record Report(String theirs, String load, List<Figure> figures) {
    public Report {
        figures = List.copyOf(figures);
    }

    private record Line(
            String figure,
            String unit,
            double ours,
            double theirs,
            double ratio,
            List<Double> allOurs,
            List<Double> allTheirs) {}

    private record Whole(String theirs, String load, String machine, List<Line> figures) {}

    /// A table, and a sentence for each of its lines.
    public String text() {
        int width = figures.stream().mapToInt(one -> title(one).length()).max().orElse(0);
        String form = "%-" + width + "s %12s %12s %8s%n";
        var text = new StringBuilder();
        text.append(form.formatted("", "ours", theirs, "ratio"));
        for (Figure one : figures)
            text.append(form.formatted(
                    title(one), number(one.ourMedian()), number(one.theirMedian()), number(one.ratio())));
        text.append('\n');
        for (Figure one : figures)
            text.append(one.sentence().formatted(number(one.ratio()))).append('\n');
        return text.append('\n').append(conditions()).append('\n').toString();
    }

    private static String title(Figure figure) {
        return figure.name() + ", " + figure.unit();
    }

    private String conditions() {
        String rounds =
                figures.stream().map(one -> String.valueOf(one.ours().size())).collect(Collectors.joining(", "));
        return "Medians of %s measurements of each, in turn. %s; %s.".formatted(rounds, load, machine());
    }

    /// With every single measurement.
    public String json() {
        List<Line> lines = figures.stream()
                .map(one -> new Line(
                        one.name(),
                        one.unit(),
                        one.ourMedian(),
                        one.theirMedian(),
                        one.ratio(),
                        one.ours(),
                        one.theirs()))
                .toList();
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Whole(theirs, load, machine(), lines));
    }

    private static String machine() {
        return "%d processors, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    /// Three digits that mean something.
    private static String number(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
