package chat.passerby.signaling.console;

import chat.passerby.signaling.moderation.ModeratorId;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.moderation.Transparency;
import chat.passerby.signaling.moderation.audit.AuditLog;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.moderation.audit.Month;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.store.StorageException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What moderators may look up: the end of the audit log, and what was counted. Any thread; it waits for the disk.
final class Records {
    private static final int NEWEST = 200;
    private static final int MONTHS = 6;
    private static final Pattern MODERATOR = Pattern.compile("moderator (\\d{1,18})");

    private final Transparency transparency;

    Records(Office office) {
        transparency = new Transparency(office);
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
        return new Log(
                transparency.audit(NEWEST).stream().map(row -> line(row, names)).toList());
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
    Figures figures() throws StorageException {
        List<Month> months = transparency.months().stream().limit(MONTHS).toList();
        if (months.isEmpty()) return new Figures(List.of(), List.of());
        return new Figures(
                months.stream().map(month -> month.month().toString()).toList(),
                List.of(
                        row("Conversations", months, Month::conversations),
                        row("Reports", months, month -> sum(month.reports().values())),
                        row("Dismissed", months, Month::dismissed),
                        row("Warnings", months, month -> decided(month, Measure.WARN)),
                        row("Cool-downs", months, month -> decided(month, Measure.COOL_DOWN)),
                        row("Bans", months, month -> decided(month, Measure.BAN)),
                        row("Automatic cool-downs", months, Month::automatic),
                        row("Not decided in time", months, Month::lapsed),
                        new Figure(
                                "Median time to a decision",
                                months.stream()
                                        .map(month -> time(month.median()))
                                        .toList()),
                        row("Appeals", months, Month::appeals),
                        row("Reversed on appeal", months, Month::reversed),
                        row("Upheld on appeal", months, Month::upheld),
                        row("Taken back by moderators", months, Month::undone)));
    }

    private static Figure row(String name, List<Month> months, Function<Month, Long> count) {
        return new Figure(
                name, months.stream().map(count.andThen(String::valueOf)).toList());
    }

    private static long decided(Month month, Measure measure) {
        return month.measures().getOrDefault(measure, 0L);
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) sum += count;
        return sum;
    }

    private static String time(@Nullable Duration median) {
        if (median == null) return "–";
        return median.toHours() < 2 ? median.toMinutes() + " min" : median.toHours() + " h";
    }
}
