package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.web.sheet.PublicMonth.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The months as `/transparency.json`: numbers, and strings where a number is hidden. Stateless.
final class PublicJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PublicJson() {}

    /// @param months the newest first; that of `running` is not over
    static String of(List<PublicMonth> months, @Nullable String running) {
        var all = new LinkedHashMap<String, Object>();
        all.put(
                "counted",
                "By month (UTC): conversations that began, but for those in the hoster's closed lanes; reports; decisions.");
        all.put("hidden", ordered("<5", "fewer than five, perhaps none", "withheld", "it would reveal one of those"));
        all.put("months", months.stream().map(month -> month(month, running)).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private static Map<String, Object> month(PublicMonth month, @Nullable String running) {
        var all = new LinkedHashMap<String, Object>();
        all.put("month", month.month().toString());
        all.put("over", !month.month().toString().equals(running));
        all.put("conversations", month.conversations().json());
        all.put("reports", reports(month));
        all.put("decisions", decisions(month));
        all.put("automaticPercent", percent(month));
        all.put(
                "medianMinutesToDecision",
                month.median() == null ? "withheld" : month.median().toMinutes());
        all.put(
                "appeals",
                ordered(
                        "made", month.appeals().json(),
                        "upheld", month.upheld().json(),
                        "reversed", month.reversed().json()));
        all.put("lapsed", month.lapsed().json());
        all.put("undone", month.undone().json());
        return all;
    }

    private static Map<String, Object> reports(PublicMonth month) {
        var all = ordered("all", month.allReports().json());
        for (Reason reason : Reason.values()) {
            @Nullable Figure figure = month.reports().get(reason);
            if (figure != null) all.put(JSON.valueToTree(reason).asString(), figure.json());
        }
        return all;
    }

    private static Map<String, Object> decisions(PublicMonth month) {
        var all = ordered("all", month.allDecisions().json());
        for (Kind kind : Kind.values()) {
            @Nullable Figure figure = month.decisions().get(kind);
            if (figure != null) all.put(word(kind), figure.json());
        }
        return all;
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case DISMISSED -> "dismissed";
            case WARNED -> "warn";
            case COOLED_DOWN -> "cool-down";
            case BANNED -> "ban";
            case AUTOMATIC -> "automatic-cool-down";
        };
    }

    private static Object percent(PublicMonth month) {
        @Nullable Long percent = month.automaticPercent();
        if (percent == null) return "withheld";
        return month.atMost() ? "<=" + percent : percent;
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var all = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) all.put(pairs[i].toString(), pairs[i + 1]);
        return all;
    }
}
