package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.web.sheet.PublicMonth.Kind;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The months in words and bars. Stateless.
final class TransparencySheet {
    /// On the page. `/transparency.json` has them all.
    private static final int SHOWN = 13;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private TransparencySheet() {}

    /// @param months the newest first
    static Html of(List<PublicMonth> months, YearMonth running) {
        var cards = new ArrayList<Html>();
        for (PublicMonth month : months.stream().limit(SHOWN).toList())
            cards.add(month(month, month.month().equals(running), cards.isEmpty()));
        return Html.of(
                """
                <h1>What happened here</h1>
                <p>How often people met, what they reported, and what was decided, by month. The server counts by itself;
                nobody edits these figures. They are also there <a href="/transparency.json">for programs</a>.</p>
                <ul>
                <li><strong>&lt;&#8239;5</strong> stands for fewer than five, perhaps none: from a small number somebody
                could be told. <strong>Withheld</strong> is a sum or a share from which such a number could be worked
                out.</li>
                <li>Counted are conversations that began, reports that were stored, and decisions, each in the month (UTC) in
                which it happened. Not counted: conversations in the hoster’s closed lanes, which are for tests; and
                people, whom nobody here can tell apart for long.</li>
                <li>What people say or show is in no figure, because it is not looked at.</li>
                </ul>
                %s""",
                months.isEmpty() ? new Html("<p class=\"note\">Nothing has happened here yet.</p>") : Html.join(cards));
    }

    private static Html month(PublicMonth month, boolean running, boolean first) {
        String name = MONTH.format(month.month());
        Html heading = Html.of("<h2 id=\"%s\">%s%s</h2>", "m" + month.month(), name, running ? " so far" : "");
        Html body = Html.of(
                """
                <dl class="figures">%s%s%s%s%s</dl>
                <div class="charts">%s%s</div>""",
                tile("Conversations", words(month.conversations())),
                tile("Half were decided within", median(month.median())),
                tile("Decided by a machine", percent(month)),
                tile("Appeals", words(month.appeals())),
                tile("Reversed on appeal", words(month.reversed())),
                table("Reports, by reason", reports(month), month.allReports()),
                table("Decisions, by kind", decisions(month), month.allDecisions()));
        return Html.of(
                first
                        ? "<section class=\"card month\">%s%s</section>"
                        : "<details class=\"card month\"><summary>%s</summary>%s</details>",
                heading,
                body);
    }

    private static Html tile(String what, Html figure) {
        return Html.of("<div><dt>%s</dt><dd>%s</dd></div>", what, figure);
    }

    private record Bar(String what, Figure figure) {}

    private static List<Bar> reports(PublicMonth month) {
        return List.of(Reason.values()).stream()
                .map(reason -> new Bar(words(reason), figure(month.reports(), reason)))
                .toList();
    }

    private static List<Bar> decisions(PublicMonth month) {
        var all = new ArrayList<Bar>();
        for (Kind kind : Kind.values()) all.add(new Bar(words(kind), figure(month.decisions(), kind)));
        return all;
    }

    private static <K> Figure figure(Map<K, Figure> figures, K key) {
        return figures.getOrDefault(key, new Figure.Few());
    }

    private static Html table(String caption, List<Bar> bars, Figure all) {
        long longest = bars.stream().mapToLong(bar -> count(bar.figure)).max().orElse(0);
        return Html.of(
                """
                <table class="counts"><caption>%s</caption>
                <tbody>%s</tbody>
                <tfoot><tr><th scope="row">All</th><td>%s</td><td></td></tr></tfoot></table>""",
                caption,
                Html.join(bars.stream()
                        .map(bar -> Html.of(
                                "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"picture\">%s</td></tr>",
                                bar.what, words(bar.figure), picture(count(bar.figure), longest)))
                        .toList()),
                words(all));
    }

    private static long count(Figure figure) {
        return figure instanceof Figure.Known(long count) ? count : 0;
    }

    private static Html picture(long count, long longest) {
        if (count == 0) return Html.NOTHING;
        long wide = Math.max(2, Math.round(100.0 * count / longest));
        return Html.of(
                "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                        + "<rect width=\"%s\" height=\"10\"/></svg>",
                wide);
    }

    private static Html words(Figure figure) {
        return switch (figure) {
            case Figure.Known(long count) -> Html.words(String.format(Locale.ENGLISH, "%,d", count));
            case Figure.Few() -> new Html("&lt;&#8239;" + Figure.FLOOR);
            case Figure.Withheld() -> new Html("<span class=\"soft\">withheld</span>");
        };
    }

    private static Html percent(PublicMonth month) {
        @Nullable Long percent = month.automaticPercent();
        if (percent == null) return words(new Figure.Withheld());
        return Html.of(month.atMost() ? "at most %s&#8239;%%" : "%s&#8239;%%", percent);
    }

    private static Html median(@Nullable Duration median) {
        if (median == null) return words(new Figure.Withheld());
        long minutes = median.toMinutes();
        if (minutes < 120) return Html.words(minutes + " min");
        return Html.words(minutes < 48 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " days");
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case DISMISSED -> "No rule was broken";
            case WARNED -> "Warning";
            case COOLED_DOWN -> "Break of minutes or hours";
            case BANNED -> "Ban of days";
            case AUTOMATIC -> "Break by a machine";
        };
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case MINOR -> "Seemed to be under 18";
            case SEXUAL -> "Sexual content";
            case INTIMATE_IMAGE -> "Intimate picture of somebody";
            case HARASSMENT -> "Harassment";
            case HATE -> "Hate";
            case THREAT -> "Threat or violence";
            case SELF_HARM -> "Self-harm";
            case SPAM -> "Spam or a scam";
            case OTHER -> "Something else";
        };
    }
}
