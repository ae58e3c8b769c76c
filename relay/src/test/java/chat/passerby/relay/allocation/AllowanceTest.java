package chat.passerby.relay.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {
    @Test
    void so_much_a_second_and_one_second_at_once() {
        var allowance = new Allowance(1_000, 1_000, 0);
        assertThat(allowance.take(1_000, 0)).isTrue();
        assertThat(allowance.take(1, 0)).isFalse();
        assertThat(allowance.take(500, 499)).isFalse();
        assertThat(allowance.take(500, 500)).isTrue();
        assertThat(allowance.take(1_001, 9_000_000_000L)).isFalse();
        assertThat(allowance.take(1_000, 9_000_000_000L)).isTrue();
    }

    @Test
    void over_a_minute_neither_more_nor_less() {
        var allowance = new Allowance(100_000, 100_000, 0);
        long taken = 0;
        for (int millis = 0; millis < 60_000; millis++)
            for (int i = 0; i < 5; i++) if (allowance.take(100, millis)) taken += 100;
        assertThat(taken).isBetween(6_000_000L, 6_100_000L);
    }
}
