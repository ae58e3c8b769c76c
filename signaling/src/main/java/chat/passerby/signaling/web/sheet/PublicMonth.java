package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.moderation.audit.Month;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Reason;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A month as anybody may see it. A hidden count stays hidden: whatever it is between 0 and 4, everything here is the
/// same. Immutable.
///
/// @param reports          by reason, every reason
/// @param decisions        by kind, every kind
/// @param automaticPercent the share of decisions that no person made
/// @param atMost           whether that is only the most it can be
/// @param median           from the first report to a person's decision; shown where one kind of these is
record PublicMonth(
        YearMonth month,
        Figure conversations,
        Map<Reason, Figure> reports,
        Figure allReports,
        Map<Kind, Figure> decisions,
        Figure allDecisions,
        @Nullable Long automaticPercent,
        boolean atMost,
        @Nullable Duration median,
        Figure appeals,
        Figure upheld,
        Figure reversed,
        Figure lapsed,
        Figure undone) {

    /// What a decision is.
    enum Kind {
        DISMISSED,
        WARNED,
        COOLED_DOWN,
        BANNED,
        AUTOMATIC
    }

    PublicMonth {
        reports = Map.copyOf(reports);
        decisions = Map.copyOf(decisions);
    }

    static PublicMonth of(Month month) {
        var reports = new EnumMap<Reason, Figure>(Reason.class);
        for (Reason reason : Reason.values())
            reports.put(reason, Figure.of(month.reports().getOrDefault(reason, 0L)));
        var counts = counts(month);
        var decisions = new EnumMap<Kind, Figure>(Kind.class);
        counts.forEach((kind, count) -> decisions.put(kind, Figure.of(count)));
        Figure upheld = Figure.of(month.upheld());
        Figure reversed = Figure.of(month.reversed());
        Figure automatic = Figure.of(month.automatic());
        long byPeople = known(decisions) - known(List.of(automatic));
        return new PublicMonth(
                month.month(),
                Figure.of(month.conversations()),
                reports,
                Figure.total(sum(month.reports().values()), reports.values()),
                decisions,
                Figure.total(sum(counts.values()), decisions.values()),
                percent(decisions, automatic, byPeople),
                automatic instanceof Figure.Few,
                byPeople == 0 ? null : month.median(),
                // Nobody is answered who did not appeal, so their number bounds the two others.
                Figure.total(month.appeals(), List.of(upheld, reversed)),
                upheld,
                reversed,
                Figure.of(month.lapsed()),
                Figure.of(month.undone()));
    }

    private static Map<Kind, Long> counts(Month month) {
        return new EnumMap<>(Map.of(
                Kind.DISMISSED, month.dismissed(),
                Kind.WARNED, month.measures().getOrDefault(Measure.WARN, 0L),
                Kind.COOLED_DOWN, month.measures().getOrDefault(Measure.COOL_DOWN, 0L),
                Kind.BANNED, month.measures().getOrDefault(Measure.BAN, 0L),
                Kind.AUTOMATIC, month.automatic()));
    }

    /// From what is shown anyway: exact where everything is, a bound where only the automatic ones are few.
    private static @Nullable Long percent(Map<Kind, Figure> decisions, Figure automatic, long byPeople) {
        return switch (automatic) {
            case Figure.Known(long count) ->
                decisions.values().stream().allMatch(Figure.Known.class::isInstance)
                        ? Math.round(100.0 * count / (count + byPeople))
                        : null;
            case Figure.Few() ->
                byPeople == 0 ? null : (long) Math.ceil(100.0 * (Figure.FLOOR - 1) / (Figure.FLOOR - 1 + byPeople));
            case Figure.Withheld() -> null;
        };
    }

    private static long known(Map<Kind, Figure> figures) {
        return known(figures.values());
    }

    private static long known(Collection<Figure> figures) {
        return figures.stream()
                .mapToLong(figure -> figure instanceof Figure.Known(long count) ? count : 0)
                .sum();
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
