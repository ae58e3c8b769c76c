package chat.passerby.e2e;

import static chat.passerby.e2e.stage.PackagedJar.LANES;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.PackagedJar;
import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A hoster's closed lines.
@ExtendWith(Stage.class)
class LaneTest {
    @Test
    void the_people_of_a_lane_meet_only_each_other(Visitor red, Visitor blue, Visitor green, PackagedJar server) {
        String lane = LANES.getFirst();
        red.opensInLane(lane).acceptsRules().choosesText().isWaiting();
        blue.comesForText().isWaiting();
        Visitor stranger =
                blue.inAnotherTab().opensInLane(LANES.getLast()).choosesText().isWaiting();

        green.opensInLane(lane).acceptsRules().choosesText().meets(red);
        assertThat(blue.phase()).isEqualTo("waiting");
        assertThat(stranger.phase()).isEqualTo("waiting");
        assertThat(red.read("location.href")).doesNotContain(lane);
    }

    @Test
    void a_lane_entered_in_the_address_of_an_open_page_is_gone_to(Visitor red, Visitor blue) {
        red.comesForText();
        blue.comesForText().meets(red);

        red.entersLane(LANES.getFirst()).choosesText().isWaiting();
        blue.isToldWhy("left");
        blue.inAnotherTab().opensInLane(LANES.getFirst()).choosesText().meets(red);
    }

    @Test
    void a_lane_that_nobody_made_is_refused(Visitor red) {
        red.opensInLane("no-such-lane").isIn("refused");
        Photograph.of(red, "refused");
    }
}
