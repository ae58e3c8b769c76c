package chat.passerby.signaling.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long START = 5_000;

    private final Allowance allowance = new Allowance(START);

    private static int spendAll(Allowance allowance, Limit row, long now) {
        int spent = 0;
        while (allowance.spend(row, now)) spent++;
        return spent;
    }

    @Test
    void it_starts_full() {
        for (Limit row : Limit.values())
            assertThat(spendAll(allowance, row, START)).as("%s", row).isEqualTo(row.burst());
    }

    @Test
    void each_row_is_counted_by_itself() {
        spendAll(allowance, Limit.CHAT, START);

        assertThat(spendAll(allowance, Limit.FIND, START)).isEqualTo(Limit.FIND.burst());
    }

    @Test
    void a_minute_gives_back_what_the_row_says_and_never_more_than_the_burst() {
        for (Limit row : Limit.values()) {
            spendAll(allowance, row, START);
            assertThat(spendAll(allowance, row, START + 60_000))
                    .as("%s", row)
                    .isEqualTo(Math.min(row.burst(), row.perMinute()));
        }
    }

    @Test
    void a_year_of_silence_overflows_nothing() {
        spendAll(allowance, Limit.MESSAGE, START);

        assertThat(spendAll(allowance, Limit.MESSAGE, START + 365L * 24 * 3_600_000))
                .isEqualTo(Limit.MESSAGE.burst());
    }

    @Test
    void who_reads_the_clock_a_little_late_gains_nothing() {
        spendAll(allowance, Limit.FIND, START);

        assertThat(allowance.spend(Limit.FIND, START - 60_000)).isFalse();
        assertThat(allowance.spend(Limit.FIND, START)).isFalse();
    }

    /// The same told by the generic cell rate algorithm: each token has a theoretical time of arrival, and none is
    /// given
    /// a whole burst before its own. In milliseconds times tokens a minute, so that it is exact.
    @Property(tries = 300)
    void it_gives_a_token_exactly_when_its_time_has_come(
            @ForAll Limit row, @ForAll @Size(max = 400) List<@IntRange(max = 3_000) Integer> gaps) {
        Allowance bucket = new Allowance(START);
        long token = 60_000;
        long due = START * row.perMinute();
        long now = START;
        for (int gap : gaps) {
            now += gap / 100; // most come at once
            long at = now * row.perMinute();
            boolean expected = Math.max(due, at) - at <= (row.burst() - 1) * token;
            if (expected) due = Math.max(due, at) + token;
            assertThat(bucket.spend(row, now)).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void who_waits_as_told_gets_a_token_and_a_second_less_is_too_little(
            @ForAll Limit row, @ForAll @IntRange(max = 90_000) int later) {
        Allowance bucket = new Allowance(START);
        spendAll(bucket, row, START);
        spendAll(bucket, row, START + later);
        long refused = START + later;

        int seconds = bucket.retryAfter(row);

        if (seconds > 1)
            assertThat(bucket.spend(row, refused + (seconds - 1) * 1_000L)).isFalse();
        assertThat(bucket.spend(row, refused + seconds * 1_000L)).isTrue();
    }

    @Test
    void many_threads_get_no_more_than_one_would() throws Exception {
        try (var executor = Executors.newFixedThreadPool(4)) {
            Callable<Integer> spender = () -> spendAll(allowance, Limit.PAIRING, START);
            int spent = 0;
            for (Future<Integer> each : executor.invokeAll(
                    IntStream.range(0, 4).mapToObj(i -> spender).toList())) spent += each.get();
            assertThat(spent).isEqualTo(Limit.PAIRING.burst());
        }
    }
}
