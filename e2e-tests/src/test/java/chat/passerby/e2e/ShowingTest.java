package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.Senses;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// I show, I look: whoever reads the received pixels instead of looking at the page gets no more than they were shown.
@ExtendWith(Stage.class)
class ShowingTest {
    /// Stripes of black and white are at 0.7 and more once they have come clear; the mosaic leaves some 0.02.
    private static final double BLURRED = 0.1;

    private static final double CLEAR = 0.4;
    private static final double SECOND = 1_000;

    @Test
    void nothing_but_colours_and_silence_goes_out_until_one_shows_oneself(Visitor red, Visitor blue) {
        meetHidden(red, blue);
        Senses blues = blue.senses();
        blues.peepFor(0);
        red.senses().peepFor(0);
        assertThat(blues.sharpest(0)).isLessThan(BLURRED);
        assertThat(red.senses().sharpest(0)).isLessThan(BLURRED);
        assertThat(blues.overhears()).isZero();

        red.presses("show");
        blues.peepUntil(sharpness -> sharpness > CLEAR, 0);
        assertThat(red.senses().sharpest(0)).isLessThan(BLURRED);

        double hidden = blues.now();
        red.presses("show-toggle");
        blues.peepFor(hidden + SECOND);
        assertThat(blues.sharpest(hidden + SECOND)).isLessThan(BLURRED);
    }

    @Test
    void nothing_is_seen_or_heard_until_one_looks(Visitor red, Visitor blue) {
        meetHidden(red, blue);
        red.presses("show");
        Senses blues = blue.senses();
        blues.peepUntil(sharpness -> sharpness > CLEAR, 0);
        blue.isOverhearing(red);
        blue.isShown("veil");
        assertThat(blues.hertz()).isZero();

        blue.presses("look").sees(red).hears(red);
        assertThat(blue.count("[data-testid=veil]")).isZero();
        blue.presses("look-away").isShown("veil");
        assertThat(blues.hertz()).isZero();
    }

    @Test
    void neither_another_camera_nor_a_reload_shows_who_hides(Visitor red, Visitor blue) {
        meetHidden(red, blue);
        Senses blues = blue.senses();
        blues.peepFor(0);
        red.presses("camera").presses("camera");
        blues.peepFor(blues.now());
        red.presses("show");
        blues.peepUntil(sharpness -> sharpness > CLEAR, 0);

        red.reloads().isMatched();
        double reloaded = blues.now();
        red.presses("camera-resume");
        blues.peepFor(reloaded);
        assertThat(blues.sharpest(reloaded)).isLessThan(BLURRED);
    }

    @Test
    void who_hides_in_a_tab_out_of_sight_goes_on_hiding(Visitor red, Visitor blue) {
        meetHidden(red, blue);
        red.looksAway();
        Senses blues = blue.senses();
        blues.peepFor(blues.now());
        assertThat(blues.sharpest(0)).isLessThan(BLURRED);
    }

    private static void meetHidden(Visitor red, Visitor blue) {
        red.comesHidden().isWaiting();
        blue.comesHidden();
        red.meets(blue).isIn("connected");
        blue.isIn("connected");
    }
}
