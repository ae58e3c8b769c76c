package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever was blocked or reported by somebody does not meet them again.
@ExtendWith(Stage.class)
class NeverAgainTest {
    private static final int ROUNDS = 20;

    /// They come in new tabs, as new sessions, so that "we met lately" keeps nobody apart. Blue and one of the others
    /// are in line before the third comes: nothing but the block, or the report, stands between these two.
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

        Visitor blueAgain = blue.inAnotherTab().opens();
        for (int round = 1; round <= ROUNDS; round++) {
            List<Visitor> others = Stream.of(red, green)
                    .parallel()
                    .map(visitor -> visitor.inAnotherTab().opens())
                    .toList();
            Visitor first = others.get(round % 2);
            Visitor third = others.get((round + 1) % 2);
            boolean blueComesFirst = round % 4 < 2;

            (blueComesFirst ? blueAgain : first).choosesText();
            (blueComesFirst ? first : blueAgain).choosesText();
            third.choosesText().meets(first);
            assertThat(blueAgain.phase()).as("blue in round %d", round).isEqualTo("waiting");

            others.forEach(Visitor::closesTab);
            blueAgain.stops();
        }
    }
}
