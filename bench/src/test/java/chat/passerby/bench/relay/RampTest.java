package chat.passerby.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RampTest {
    private int tries;

    private static Tally tally(int perSecond, double seconds, double loss, double offered) {
        long sent = Math.round(perSecond * seconds);
        return new Tally(sent, Math.round(sent * (1 - loss)), 0, seconds / offered);
    }

    @Test
    void it_stops_below_the_rate_at_which_packets_are_lost() throws IOException {
        var ramp = new Ramp((rate, seconds) -> tally(rate, seconds, rate > 50_000 ? 0.01 : 0, 1));

        assertThat(ramp.climb()).isBetween(40_000.0, 50_000.0);
    }

    @Test
    void one_bad_moment_is_forgiven() throws IOException {
        var ramp = new Ramp((rate, seconds) -> tally(rate, seconds, rate > 50_000 || ++tries % 2 == 1 ? 0.01 : 0, 1));

        assertThat(ramp.climb()).isBetween(40_000.0, 50_000.0);
    }

    @Test
    void it_goes_no_further_than_the_load_can_offer() throws IOException {
        var ramp = new Ramp((rate, seconds) -> tally(rate, seconds, 0, rate > 50_000 ? 0.5 : 1));

        assertThat(ramp.climb()).isBetween(40_000.0, 50_000.0);
    }

    @Test
    void a_slow_one_is_found_from_below_and_a_broken_one_is_given_up() throws IOException {
        var slow = new Ramp((rate, seconds) -> tally(rate, seconds, rate > 3_000 ? 0.01 : 0, 1));
        var broken = new Ramp((rate, seconds) -> tally(rate, seconds, 1, 1));

        assertThat(slow.climb()).isBetween(2_400.0, 3_000.0);
        assertThat(broken.climb()).isZero();
    }

    @Test
    void it_ends_however_much_is_relayed() throws IOException {
        var ramp = new Ramp((rate, seconds) -> {
            tries++;
            return tally(rate, seconds, 0, 1);
        });

        assertThat(ramp.climb()).isGreaterThan(500_000);
        assertThat(tries).isLessThanOrEqualTo(Ramp.MOST);
    }
}
