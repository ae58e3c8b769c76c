package chat.passerby.signaling.ops;

import chat.passerby.signaling.metrics.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/// Figures in the text that Prometheus reads (its exposition format, version 0.0.4).
final class Exposition {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private Exposition() {}

    static String of(List<Metric> metrics) {
        var text = new StringBuilder();
        for (Metric metric : metrics) {
            text.append("# HELP %s %s\n".formatted(metric.name(), escaped(metric.help())));
            text.append("# TYPE %s %s\n"
                    .formatted(metric.name(), metric.kind().name().toLowerCase(Locale.ROOT)));
            for (Metric.Sample sample : metric.samples())
                text.append(metric.name())
                        .append(labels(sample.labels()))
                        .append(' ')
                        .append(sample.value())
                        .append('\n');
        }
        return text.toString();
    }

    private static String labels(Map<String, String> labels) {
        if (labels.isEmpty()) return "";
        var text = new StringJoiner(",", "{", "}");
        labels.forEach((name, value) -> text.add(name + "=\"" + escaped(value).replace("\"", "\\\"") + '"'));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
