package chat.passerby.signaling;

import chat.passerby.signaling.moderation.Report;
import chat.passerby.signaling.moderation.Report.Line;
import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.moderation.StoredReport;
import chat.passerby.signaling.protocol.Side;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A report for a person at a terminal. Confined to a thread.
final class ReportText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    /// Enough of a name to see that two are the same.
    private static final int SHORT = 8;

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(StoredReport stored) {
        var text = new ReportText();
        text.write(stored);
        return text.text.toString();
    }

    private void write(StoredReport stored) {
        Report report = stored.report();
        line("Report %d · %s · %s".formatted(stored.id(), DAY.format(report.created()), word(report.reason())));
        line("  %s for %s, room %s"
                .formatted(
                        word(report.mode()),
                        duration(report.lasted()),
                        report.room().value()));
        line("  reporter %s, reported %s".formatted(name(report.reporter()), name(report.reported())));
        if (report.note() != null) report.note().lines().forEach(line -> line("  │ " + printable(line)));
        var last = new EnumMap<Side, Integer>(Map.of(Side.A, 0, Side.B, 0));
        for (Line line : report.lines()) write(report, line, last);
        line("");
    }

    /// @param last the last line id of each seat so far
    private void write(Report report, Line line, Map<Side, Integer> last) {
        int between = line.line() - last.getOrDefault(line.seat(), 0) - 1;
        if (between > 0) line("  (%d of %s not attached)".formatted(between, report.by(line)));
        last.put(line.seat(), line.line());
        line("  %s %s: %s".formatted(TIME.format(line.at()), report.by(line), printable(line.text())));
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(Party party) {
        return shorter(party.browser().value()) + " in network "
                + shorter(party.network().value());
    }

    private static String shorter(String name) {
        return name.substring(0, Math.min(SHORT, name.length()));
    }

    private static String duration(Duration lasted) {
        return lasted.toMinutes() + ":" + "%02d".formatted(lasted.toSecondsPart());
    }

    /// What a visitor wrote, on one line, without what would do something to a terminal: colours, cursor, title, the
    /// direction of writing.
    static String printable(String text) {
        return text.codePoints()
                .mapToObj(c -> harmless(c) ? Character.toString(c) : "<U+%04X>".formatted(c))
                .collect(Collectors.joining());
    }

    private static boolean harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
