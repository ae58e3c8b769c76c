package chat.passerby.signaling.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NetworkLimitsTest {
    private final AtomicLong clock = new AtomicLong(1_000);
    private final NetworkLimits<String> limits = new NetworkLimits<>(clock::get);

    private int spendAll(String network) {
        int spent = 0;
        while (limits.spend(Limit.REPORTS, network)) spent++;
        return spent;
    }

    @Test
    void each_network_has_an_allowance_of_its_own() {
        assertThat(spendAll("campus")).isEqualTo(Limit.REPORTS.burst());
        assertThat(spendAll("home")).isEqualTo(Limit.REPORTS.burst());
        assertThat(limits.spend(Limit.PAIRING, "campus")).isTrue();
    }

    @Test
    void it_refills_with_the_clock_and_says_when() {
        spendAll("campus");
        int seconds = limits.retryAfter(Limit.REPORTS, "campus");
        assertThat(seconds).isEqualTo(3);

        clock.addAndGet(2_999);
        assertThat(limits.spend(Limit.REPORTS, "campus")).isFalse();
        clock.addAndGet(1);
        assertThat(limits.spend(Limit.REPORTS, "campus")).isTrue();
        assertThat(limits.spend(Limit.REPORTS, "campus")).isFalse();
    }

    @Test
    void a_network_never_seen_need_not_wait() {
        assertThat(limits.retryAfter(Limit.REPORTS, "anywhere")).isEqualTo(1);
    }
}
