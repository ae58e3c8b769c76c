package chat.passerby.signaling;

import chat.passerby.signaling.moderation.audit.Month;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The figures that the EU's Digital Services Act asks for once a year (article 15, and 24 for appeals), by month.
/// Immutable.
record YearFigures(int year, List<Month> months) {
    YearFigures {
        months = months.stream()
                .filter(month -> month.month().getYear() == year)
                .toList()
                .reversed();
    }

    /// One row a month, under one head: names first.
    List<Map<String, String>> rows() {
        return months.stream().map(YearFigures::row).toList();
    }

    private static Map<String, String> row(Month month) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("month", month.month().toString());
        row.put("conversations", number(month.conversations()));
        row.put("notices", number(sum(month.reports())));
        for (Reason reason : Reason.values())
            row.put("notices " + word(reason), number(month.reports().getOrDefault(reason, 0L)));
        row.put("decisions", number(sum(month.measures()) + month.dismissed()));
        row.put("no action", number(month.dismissed()));
        for (Measure measure : Measure.values())
            row.put(word(measure), number(month.measures().getOrDefault(measure, 0L)));
        row.put("automatic cool-downs", number(month.automatic()));
        row.put("automatic cool-downs found wrong", number(month.mistaken()));
        row.put("median minutes to decision", minutes(month));
        row.put("notices that nobody decided in time (cases)", number(month.lapsed()));
        row.put("appeals", number(month.appeals()));
        row.put("appeals reversed", number(month.reversed()));
        row.put("appeals upheld", number(month.upheld()));
        row.put("decisions undone", number(month.undone()));
        return row;
    }

    private static String minutes(Month month) {
        Duration median = month.median();
        return median == null ? "" : number(median.toMinutes());
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String number(long number) {
        return Long.toString(number);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String csv() {
        return rows().stream()
                .findFirst()
                .map(first -> line(first.keySet())
                        + rows().stream().map(row -> line(row.values())).collect(Collectors.joining()))
                .orElse("");
    }

    private static String line(Iterable<String> cells) {
        var line = new StringBuilder();
        for (String cell : cells) line.append(line.isEmpty() ? "" : ",").append(Cell.of(cell));
        return line.append("\r\n").toString();
    }
}
