package chat.passerby.e2e.lab;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

/// The report as a page, by day and by night.
final class ReportPage {
    private ReportPage() {}

    static String of(Report report) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Through any NAT</title>
                <style>%s</style>
                <h1>Through any NAT</h1>
                <p>Two strangers in real browsers, each behind a kind of NAT: the path of their call, and the time from
                the match until both saw each other. Relay: %s.</p>
                <table>%s%s</table>
                %s
                </html>
                """.formatted(STYLE, report.relay(), head(), body(report), faults(report));
    }

    private static String head() {
        return "<tr><td></td>" + each(nat -> "<th scope=col>" + nat.title()) + "</tr>\n";
    }

    private static String body(Report report) {
        return each(row -> "<tr><th scope=row>" + row.title() + "</th>"
                + Stream.of(Nat.values())
                        .filter(column -> column.compareTo(row) <= 0)
                        .map(column -> report.between(row, column)
                                .map(ReportPage::cell)
                                .orElse("<td class=none>·"))
                        .collect(joining())
                + "</tr>\n");
    }

    private static String cell(Meeting meeting) {
        return "<td class=%s><b>%s</b>%d ms<small>%s</small>"
                .formatted(
                        meeting.isRelayed() ? "relay" : "direct",
                        meeting.isRelayed() ? "relay" : "direct",
                        meeting.firstPicture().toMillis(),
                        meeting.isRelayed() ? meeting.relays() : "&nbsp;");
    }

    private static String faults(Report report) {
        if (report.faults().isEmpty()) return "";
        return report.faults().stream()
                .map(fault -> "<tr><th scope=row>%s<td class=freeze>%.1f s\n"
                        .formatted(fault.what(), fault.freeze().toMillis() / 1_000.0))
                .collect(joining("", "<h2>What befell a call, and the longest freeze</h2>\n<table>", "</table>"));
    }

    private static String each(Function<Nat, String> cell) {
        return Arrays.stream(Nat.values()).map(cell).collect(joining());
    }

    private static final String STYLE = """

            :root { color-scheme: light dark; --paper: #faf5ec; --line: #e4d9c6; --ink: #262c3d; --soft: #5b6072;
              --sage: #3a6849; --meadow: #e0ecdd; --lamp: #80500c; --glow: #fde9c8; }
            @media (prefers-color-scheme: dark) { :root { --paper: #171b26; --line: #353c50; --ink: #f3ecde;
              --soft: #bab9ba; --sage: #97cda6; --meadow: #22352c; --lamp: #f4b355; --glow: #3b3126; } }
            body { margin: 0; padding: 2.5rem; width: max-content; background: var(--paper); color: var(--ink);
              font: 0.875rem/1.4 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
            h1, h2 { margin: 0 0 0.25rem; font-weight: 500;
              font-family: Palatino, P052, "Noto Serif", Charter, Georgia, serif; }
            h1 { font-size: 2rem; } h2 { font-size: 1.25rem; margin-top: 2rem; }
            p { max-width: 44rem; margin: 0 0 1.5rem; color: var(--soft); }
            table { border-spacing: 4px; margin-left: -4px; }
            th { padding: 0.25rem 0.75rem 0.25rem 0; color: var(--soft); font-weight: 500; text-align: left; }
            th[scope=col] { width: 6.25rem; padding: 0.25rem; text-align: center; vertical-align: bottom; }
            td { padding: 0.4rem; border-radius: 0.5rem; text-align: center; font-variant-numeric: tabular-nums; }
            td b { display: block; font-weight: 600; }
            small { display: block; color: var(--soft); font-size: 0.6875rem; }
            .direct { background: var(--meadow); } .direct b { color: var(--sage); }
            .relay { background: var(--glow); } .relay b { color: var(--lamp); }
            .none { color: var(--line); } .freeze { text-align: right; font-weight: 600; }
            """;
}
