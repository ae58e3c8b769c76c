package chat.passerby.signaling.console;

import chat.passerby.signaling.moderation.ModeratorId;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.moderation.audit.AuditLog;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.moderation.audit.Tally;
import chat.passerby.signaling.store.StorageException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What moderators may look up: the end of the audit log, and what was counted. Any thread; it waits for the disk.
final class Records {
    private static final int NEWEST = 200;
    private static final int MONTHS = 6;
    private static final Pattern MODERATOR = Pattern.compile("moderator (\\d{1,18})");

    private final Office office;

    Records(Office office) {
        this.office = office;
    }

    record Log(List<Line> entries) {}

    /// @param id of the row in the chain
    record Line(
            long id,
            long at,
            String actor,
            String action,
            @JsonProperty("case") @Nullable Long docket,
            @Nullable Long decision) {}

    /// @param months the newest first
    record Figures(List<String> months, List<Figure> rows) {}

    record Figure(String name, List<String> values) {}

    Log log(Names names) throws StorageException {
        List<AuditLog.Row> rows = office.store().read(handle -> office.audit().tail(handle, NEWEST));
        return new Log(rows.stream().map(row -> line(row, names)).toList());
    }

    private static Line line(AuditLog.Row row, Names names) {
        Entry entry = row.entry();
        String detail = entry.detail().isEmpty() ? "" : " (" + entry.detail() + ")";
        return new Line(
                row.seq(),
                entry.at().toEpochMilli(),
                named(entry.actor().name(), names),
                entry.action().word() + detail,
                entry.docket(),
                entry.decision());
    }

    /// The log names moderators by number: a name there would stay when its owner goes.
    private static String named(String actor, Names names) {
        Matcher moderator = MODERATOR.matcher(actor);
        return moderator.matches() ? names.of(new ModeratorId(Long.parseLong(moderator.group(1)))) : actor;
    }

    /// Small numbers and all: this is for moderators, not for the public.
    Figures figures(Instant now) throws StorageException {
        YearMonth latest = Tally.month(now);
        List<String> months = IntStream.range(0, MONTHS)
                .mapToObj(ago -> latest.minusMonths(ago).toString())
                .toList();
        Map<String, Map<String, Long>> counted = office.store().read(handle -> {
            var found = new TreeMap<String, Map<String, Long>>();
            handle.createQuery("select month, name, count from tally where month >= ?")
                    .bind(0, months.getLast())
                    .map((row, _) -> found.computeIfAbsent(row.getString("name"), name -> new TreeMap<>())
                            .put(row.getString("month"), row.getLong("count")))
                    .list();
            return found;
        });
        return new Figures(
                months,
                counted.entrySet().stream()
                        .map(row -> new Figure(
                                row.getKey(),
                                months.stream()
                                        .map(month ->
                                                String.valueOf(row.getValue().getOrDefault(month, 0L)))
                                        .toList()))
                        .toList());
    }
}
