package chat.passerby.e2e;

import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Without a camera one is told why, and talks all the same.
@ExtendWith(Stage.class)
class CameraTest {
    @Test
    void who_denies_the_camera_goes_on_in_text(Visitor red, Visitor blue) {
        red.willDenyTheCamera().opens().acceptsRules().choosesVideo().isInTrouble("denied");
        Photograph.of(red, "camera-denied");
        red.presses("text-instead").isWaiting();
        blue.comesForText().meets(red).says("No camera?");
        red.hasRead("No camera?").says("No.");
        blue.hasRead("No.");
    }

    @Test
    void who_has_blocked_the_camera_goes_on_in_text(Visitor red, Visitor blue) {
        red.hasBlockedTheCamera().opens().acceptsRules().choosesVideo().isInTrouble("blocked");
        red.presses("text-instead").isWaiting();
        blue.comesForText().meets(red);
    }

    @Test
    void who_has_no_camera_goes_on_in_text(Visitor bare, Visitor blue) {
        bare.opens().acceptsRules().choosesVideo().isInTrouble("none");
        bare.presses("text-instead").isWaiting();
        blue.comesForText().meets(bare);
    }
}
