package chat.passerby.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static Figure of(List<Double> ours, List<Double> theirs) {
        return new Figure("time", "s", ours, theirs, "It takes %s times as long.");
    }

    @Test
    void one_odd_measurement_moves_no_median() {
        Figure figure = of(List.of(3.0, 900.0, 1.0), List.of(4.0, 8.0));

        assertThat(figure.ourMedian()).isEqualTo(3);
        assertThat(figure.theirMedian()).isEqualTo(6);
        assertThat(figure.ratio()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void nothing_has_no_median() {
        assertThatThrownBy(() -> of(List.of(), List.of(1.0)).ratio()).isInstanceOf(IllegalArgumentException.class);
    }
}
