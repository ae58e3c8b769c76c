package chat.passerby.signaling.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.moderation.audit.Month;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.web.sheet.PublicMonth.Kind;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PublicMonthTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final List<Reason> REASONS = List.of(Reason.values());
    private static final int CELLS = REASONS.size() + 10;

    @Test
    void counts_from_five_on_are_shown_with_their_sums() {
        PublicMonth month = PublicMonth.of(month(all(5)));

        assertThat(month.conversations()).isEqualTo(new Figure.Known(5));
        assertThat(month.reports()).hasSize(REASONS.size()).containsEntry(Reason.MINOR, new Figure.Known(5));
        assertThat(month.allReports()).isEqualTo(new Figure.Known(5L * REASONS.size()));
        assertThat(month.allDecisions()).isEqualTo(new Figure.Known(25));
        assertThat(month.automaticPercent()).isEqualTo(20);
        assertThat(month.atMost()).isFalse();
        assertThat(month.median()).isEqualTo(Duration.ofMinutes(95));
        assertThat(month.appeals()).isEqualTo(new Figure.Known(5));
    }

    @Test
    void none_looks_like_four() {
        PublicMonth none = PublicMonth.of(month(all(0)));

        assertThat(none).isEqualTo(PublicMonth.of(month(all(4))));
        assertThat(none.conversations().json()).isEqualTo("<5");
        assertThat(none.reports().values()).containsOnly(new Figure.Few());
        assertThat(none.allReports().json()).isEqualTo("withheld");
        assertThat(none.automaticPercent()).isNull();
        assertThat(none.median()).isNull();
    }

    @Test
    void one_hidden_count_hides_the_sum_that_would_reveal_it() {
        long[] cells = all(9);
        cells[REASONS.indexOf(Reason.SPAM)] = 4;

        PublicMonth month = PublicMonth.of(month(cells));

        assertThat(month.reports()).containsEntry(Reason.SPAM, new Figure.Few());
        assertThat(month.reports()).containsEntry(Reason.HATE, new Figure.Known(9));
        assertThat(month.allReports()).isEqualTo(new Figure.Withheld());
        assertThat(month.allDecisions()).isEqualTo(new Figure.Known(45));
    }

    @Test
    void of_few_automatic_decisions_the_share_is_bounded_and_no_more() {
        long[] cells = all(24);
        cells[automatic()] = 1;

        PublicMonth month = PublicMonth.of(month(cells));

        assertThat(month.automaticPercent()).isEqualTo(4);
        assertThat(month.atMost()).isTrue();
    }

    @Test
    void appeals_that_came_in_do_not_tell_how_few_were_reversed() {
        long[] cells = all(0);
        cells[CELLS - 3] = 7;
        cells[CELLS - 1] = 7;

        PublicMonth month = PublicMonth.of(month(cells));

        assertThat(month.upheld()).isEqualTo(new Figure.Known(7));
        assertThat(month.reversed()).isEqualTo(new Figure.Few());
        assertThat(month.appeals()).isEqualTo(new Figure.Withheld());
    }

    /// Whoever knows the rule, and all that is shown, learns nothing of a hidden count but that it is below five.
    @Property(tries = 200)
    void a_hidden_count_could_be_anything_below_five(@ForAll("cells") long[] cells) {
        PublicMonth shown = PublicMonth.of(month(cells));
        String json = PublicJson.of(List.of(shown), null);
        String page = TransparencySheet.of(List.of(shown), NOVEMBER).markup();

        for (int cell = 0; cell < CELLS; cell++) {
            if (cells[cell] >= 5) continue;
            for (int other = 0; other < 5; other++) {
                long[] others = cells.clone();
                others[cell] = other;
                PublicMonth month = PublicMonth.of(month(others));
                assertThat(month).isEqualTo(shown);
                assertThat(PublicJson.of(List.of(month), null)).isEqualTo(json);
                assertThat(TransparencySheet.of(List.of(month), NOVEMBER).markup())
                        .isEqualTo(page);
            }
        }
    }

    @Property
    void what_is_shown_is_true(@ForAll("cells") long[] cells) {
        PublicMonth shown = PublicMonth.of(month(cells));

        for (Reason reason : REASONS)
            assertThat(shown.reports().get(reason)).isEqualTo(Figure.of(cells[REASONS.indexOf(reason)]));
        if (shown.allReports() instanceof Figure.Known(long all))
            assertThat(all).isEqualTo(Arrays.stream(cells, 0, REASONS.size()).sum());
        assertThat(shown.decisions().get(Kind.AUTOMATIC)).isEqualTo(Figure.of(cells[automatic()]));
    }

    @Provide
    Arbitrary<long[]> cells() {
        // Mostly around the floor, where it matters.
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 9), Arbitraries.longs().between(0, 50_000))
                .array(long[].class)
                .ofSize(CELLS);
    }

    private static long[] all(long count) {
        long[] cells = new long[CELLS];
        Arrays.fill(cells, count);
        return cells;
    }

    private static int automatic() {
        return REASONS.size() + 6;
    }

    /// Reasons, then conversations, three measures, dismissed, lapsed, automatic, appeals, reversed, upheld, undone.
    private static Month month(long[] cells) {
        var reports = new EnumMap<Reason, Long>(Reason.class);
        for (Reason reason : REASONS)
            if (cells[REASONS.indexOf(reason)] > 0) reports.put(reason, cells[REASONS.indexOf(reason)]);
        List<Long> rest = new ArrayList<>();
        for (int cell = REASONS.size(); cell < CELLS; cell++) rest.add(cells[cell]);
        var measures = Map.of(Measure.WARN, rest.get(1), Measure.COOL_DOWN, rest.get(2), Measure.BAN, rest.get(3));
        boolean decided = rest.get(1) + rest.get(2) + rest.get(3) + rest.get(4) > 0;
        return new Month(
                NOVEMBER,
                rest.get(0),
                reports,
                measures,
                rest.get(4),
                rest.get(5),
                rest.get(6),
                decided ? Duration.ofMinutes(95) : null,
                rest.get(7),
                rest.get(8),
                rest.get(9),
                0,
                0);
    }
}
