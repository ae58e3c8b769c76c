package chat.passerby.signaling.moderation.audit;

import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Reason;
import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads the counts of each month. On the store's thread.
public final class Figures {
    private Figures() {}

    /// Every month of which something is counted, the newest first.
    public static List<Month> months(Handle handle) {
        Map<YearMonth, Map<String, Long>> counts = new TreeMap<>();
        handle.createQuery("select month, name, count from tally")
                .map((row, _) -> counts.computeIfAbsent(YearMonth.parse(row.getString("month")), _ -> new HashMap<>())
                        .put(row.getString("name"), row.getLong("count")))
                .list();
        return counts.entrySet().stream()
                .map(month -> month(handle, month.getKey(), month.getValue()))
                .toList()
                .reversed();
    }

    private static Month month(Handle handle, YearMonth month, Map<String, Long> counts) {
        return new Month(
                month,
                counts.getOrDefault(Tally.CONVERSATIONS, 0L),
                each(counts, Action.REPORTED, Reason.class),
                each(counts, Action.DECIDED, Measure.class),
                count(counts, Action.DECIDED, "dismiss"),
                count(counts, Action.LAPSED, ""),
                count(counts, Action.COOLED, ""),
                median(handle, month),
                count(counts, Action.APPEALED, ""),
                count(counts, Action.ANSWERED, "reversed"),
                count(counts, Action.ANSWERED, "upheld"),
                count(counts, Action.UNDONE, ""),
                count(counts, Action.UNDONE, "automatic"));
    }

    private static long count(Map<String, Long> counts, Action action, String detail) {
        return counts.getOrDefault(Entry.name(action, detail), 0L);
    }

    private static <E extends Enum<E>> Map<E, Long> each(Map<String, Long> counts, Action action, Class<E> type) {
        Map<E, Long> each = new EnumMap<>(type);
        Function<E, String> word =
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (E constant : type.getEnumConstants()) {
            long count = count(counts, action, word.apply(constant));
            if (count > 0) each.put(constant, count);
        }
        return each;
    }

    /// Of an even number, the lesser of the two in the middle.
    private static @Nullable Duration median(Handle handle, YearMonth month) {
        record Waited(long minutes, long count) {}
        List<Waited> all = handle.createQuery("select minutes, count from tally_wait where month = ? order by minutes")
                .bind(0, month.toString())
                .map((row, _) -> new Waited(row.getLong("minutes"), row.getLong("count")))
                .list();
        long middle = (all.stream().mapToLong(Waited::count).sum() + 1) / 2;
        for (Waited waited : all) {
            middle -= waited.count;
            if (middle <= 0) return Duration.ofMinutes(waited.minutes);
        }
        return null;
    }
}
