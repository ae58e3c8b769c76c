package chat.passerby.e2e;

import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Ways in which a conversation ends, and what comes after.
@ExtendWith(Stage.class)
class PartingTest {
    @Test
    void next_brings_the_next_one(Visitor red, Visitor blue, Visitor green) {
        red.comesForVideo();
        blue.comesForVideo();
        red.meets(blue).sees(blue);
        green.comesForVideo().isWaiting();
        red.next();
        Photograph.of(blue.isToldWhy("left"), "partner-left");
        red.meets(green);
        red.sees(green).hears(green);
        green.sees(red).hears(red);
    }

    @Test
    void stop_leads_home_and_the_partner_is_told(Visitor red, Visitor blue) {
        red.comesForText();
        blue.comesForText();
        red.meets(blue).stops();
        blue.isToldWhy("left");
    }

    @Test
    void who_closes_the_tab_is_kept_a_place_and_then_gone(Visitor red, Visitor blue) {
        red.comesForText();
        blue.comesForText();
        red.meets(blue).closesTab();
        blue.isLeftAlone().isToldWhy("lost", Visitor.LONG);
    }

    @RepeatedTest(3)
    void both_may_press_next_at_the_same_moment(Visitor red, Visitor blue, Visitor green) {
        red.comesForText();
        blue.comesForText();
        red.meets(blue);
        green.comesForText().isWaiting();

        long soon = System.currentTimeMillis() + 500;
        red.pressesNextAt(soon);
        blue.pressesNextAt(soon);

        Visitor first = green.meetsOneOf(red, blue);
        Visitor second = first == red ? blue : red;
        green.says("Nobody walks in on us");
        first.hasRead("Nobody walks in on us").next();
        second.isWaiting();
        green.isToldWhy("left").next().meets(second);
    }
}
