package chat.passerby.signaling.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The measure must be right before anything is measured with it.
class ChiSquareTest {
    /// From the tables of the NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4.
    @ParameterizedTest
    @CsvSource({
        "2.706, 1, 0.10", "10.828, 1, 0.001", "13.816, 2, 0.001", "18.307, 10, 0.05", "29.588, 10, 0.001",
        "67.505, 50, 0.05", "86.661, 50, 0.001", "149.449, 100, 0.001", "77.929, 100, 0.95", "29.707, 50, 0.99"
    })
    void it_agrees_with_the_tables(double x, int degrees, double chance) {
        assertThat(ChiSquare.beyond(x, degrees)).isCloseTo(chance, within(chance / 500));
    }

    @Test
    void it_finds_a_die_that_favours_one_side_by_a_fifth() {
        int[] counts = new int[60];
        SplittableRandom random = new SplittableRandom(1);
        for (int roll = 0; roll < 60 * 1_000; roll++) counts[random.nextInt(60)]++;
        assertThat(ChiSquare.chance(counts)).isGreaterThan(0.001);

        counts[17] += 200;
        assertThat(ChiSquare.chance(counts)).isLessThan(0.001);
        assertThat(ChiSquare.chance(Arrays.copyOf(counts, 17))).isGreaterThan(0.001);
    }
}
