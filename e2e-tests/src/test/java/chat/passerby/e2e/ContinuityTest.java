package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.PackagedJar;
import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import chat.passerby.e2e.stage.Wire;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What tears the wire, the page or the server away leaves the conversation standing.
@ExtendWith(Stage.class)
class ContinuityTest {
    /// A busy machine drops frames for a second; a call that was torn down takes longer to come back.
    private static final Duration HICCUP = Duration.ofSeconds(2);

    @Test
    void after_a_reload_the_text_goes_on_at_once_and_the_camera_with_one_tap(Visitor red, Visitor blue) {
        red.comesForVideo();
        blue.comesForVideo();
        red.meets(blue).sees(blue);
        red.says("Wait, I will reload");
        blue.hasRead("Wait, I will reload").sees(red);
        String room = red.room();

        red.reloads().isMatched();
        assertThat(red.room()).isEqualTo(room);
        blue.says("Back?");
        red.hasRead("Back?").says("Back.");
        blue.hasRead("Wait, I will reload", "Back.");
        assertThat(red.askedForCamera()).isZero();

        red.presses("camera-resume").sees(blue).hears(blue);
        blue.sees(red).hears(red);
    }

    @Test
    void a_wire_cut_for_five_seconds_stops_neither_the_call_nor_a_line(Visitor red, Visitor blue, Wire wire) {
        red.opensThrough(wire).acceptsRules().choosesVideo().goesWithOriginalSound();
        blue.comesForVideo();
        red.meets(blue).sees(blue);
        blue.sees(red);
        red.says("One");
        blue.hasRead("One");
        String room = red.room();

        double redsCut = red.senses().now();
        double bluesCut = blue.senses().now();
        wire.cut();
        red.isIn("reconnecting").says("Two", "Three");
        blue.isLeftAlone().says("Uno");
        red.senses().watch(Duration.ofSeconds(5));
        wire.mend();

        red.isIn("connected").hasRead("Uno").says("Four").hasBeenRead("One", "Two", "Three", "Four");
        blue.hasRead("One", "Two", "Three", "Four").hasBeenRead("Uno");
        assertThat(red.room()).isEqualTo(room);
        assertThat(red.senses().longestFreeze(redsCut)).isLessThan(HICCUP);
        assertThat(blue.senses().longestFreeze(bluesCut)).isLessThan(HICCUP);
    }

    @Test
    void who_waits_is_told_when_the_server_is_out_of_reach_and_is_in_line_again_after(
            Visitor red, Visitor blue, Wire wire) {
        red.opensThrough(wire).acceptsRules().choosesText().isWaiting();
        wire.cut();
        Photograph.of(red.isIn("server-away"), "server-away");
        wire.mend();
        red.isWaiting();
        blue.comesForText().meets(red);
    }

    @Test
    void a_server_that_is_killed_and_started_again_finds_them_still_talking(
            Visitor red, Visitor blue, PackagedJar server) {
        red.comesForVideo();
        blue.comesForVideo();
        red.meets(blue).sees(blue);
        blue.sees(red);
        red.says("One");
        blue.hasRead("One");
        String room = red.room();

        double redsKill = red.senses().now();
        double bluesKill = blue.senses().now();
        server.kill();
        red.isIn("reconnecting").says("Two");
        blue.isIn("reconnecting").says("Uno");
        Photograph.of(blue, "reconnecting");
        server.restart();

        red.isIn("connected").hasRead("Uno").says("Three");
        blue.isIn("connected").hasRead("One", "Two", "Three").hasBeenRead("Uno");
        red.hasBeenRead("One", "Two", "Three");
        assertThat(red.room()).isEqualTo(room);
        assertThat(blue.room()).isEqualTo(room);
        assertThat(red.senses().longestFreeze(redsKill)).isLessThan(HICCUP);
        assertThat(blue.senses().longestFreeze(bluesKill)).isLessThan(HICCUP);
    }
}
