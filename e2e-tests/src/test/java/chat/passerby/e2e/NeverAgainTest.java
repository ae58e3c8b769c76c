package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever was blocked or reported by somebody does not meet them again.
@ExtendWith(Stage.class)
class NeverAgainTest {
    private static final int ROUNDS = 20;

    /// Each round they come afresh, so that "we met lately" keeps nobody apart. Blue and one of the others come first:
    /// nothing but the block, or the report, stands between these two.
    @Test
    void a_block_and_a_report_hold_for_twenty_rounds(Visitor red, Visitor blue, Visitor green) {
        red.comesForText();
        blue.comesForText();
        red.meets(blue).blocks().stops();
        blue.isToldWhy("left").goesHome();

        green.comesForText();
        blue.opens().choosesText();
        green.meets(blue);
        blue.says("Something bad");
        green.hasRead("Something bad").reports("harassment").isShown("receipt");
        Photograph.of(green, "receipt");
        blue.isToldWhy("left").goesHome();
        green.stops();

        List<List<Visitor>> orders = List.of(
                List.of(blue, red, green),
                List.of(red, blue, green),
                List.of(blue, green, red),
                List.of(green, blue, red));
        for (int round = 1; round <= ROUNDS; round++) {
            List<Visitor> order = orders.get(round % orders.size());
            order.parallelStream().forEach(Visitor::opens);
            order.forEach(Visitor::choosesText);
            red.meets(green);
            assertThat(blue.phase()).as("blue in round %d", round).isEqualTo("waiting");
            red.stops();
            green.isToldWhy("left").goesHome();
            blue.stops();
        }
    }
}
