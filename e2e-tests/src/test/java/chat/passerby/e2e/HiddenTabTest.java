package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody waits in one tab and reads in another.
@ExtendWith(Stage.class)
class HiddenTabTest {
    @Test
    void a_match_changes_the_title_until_it_is_looked_at(Visitor red, Visitor blue) {
        red.comesForText().isWaiting();
        String waiting = red.title();
        red.looksAway();
        blue.comesForText();
        red.isMatched();
        String matched = red.title();
        assertThat(matched).isNotEqualTo(waiting);

        blue.meets(red.looksAgain()).says("There you are");
        red.hasRead("There you are");
        assertThat(red.title()).isNotEqualTo(matched);
    }

    @Test
    void who_does_not_look_for_long_is_taken_out_of_line_and_the_partner_is_not(
            Visitor red, Visitor blue, Visitor green) {
        red.comesForText().isWaiting().looksAway();
        blue.comesForText().isMatched().isIn("waiting", Visitor.LONG);
        red.isToldWhy("asleep");
        green.comesForText().meets(blue);
    }
}
