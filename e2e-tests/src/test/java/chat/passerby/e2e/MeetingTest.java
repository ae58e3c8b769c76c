package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two strangers come, and meet.
@ExtendWith(Stage.class)
class MeetingTest {
    @Test
    void each_sees_the_other_and_hears_the_other(Visitor red, Visitor blue) {
        red.opens().acceptsRules();
        Photograph.of(red, "landing");
        Photograph.of(red.choosesVideo(), "preview");
        red.goesWithOriginalSound().isWaiting();
        Photograph.of(red, "waiting");
        blue.comesForVideo();
        red.meets(blue);
        red.sees(blue).hears(blue);
        blue.sees(red).hears(red);
        Photograph.of(red.isIn("connected"), "connected-video");
    }

    @Test
    void while_they_see_each_other_they_can_write(Visitor red, Visitor blue) {
        red.comesForVideo();
        blue.comesForVideo();
        red.meets(blue);
        red.says("Hello there", "Grüße, 你好, مرحبا");
        blue.hasRead("Hello there", "Grüße, 你好, مرحبا").says("And to you");
        red.hasRead("And to you").hasBeenRead("Hello there", "Grüße, 你好, مرحبا");
        blue.hasBeenRead("And to you");
    }

    @Test
    void text_alone_never_asks_for_a_camera(Visitor red, Visitor blue) {
        red.comesForText();
        blue.comesForText();
        red.meets(blue).isIn("connected");
        red.says("Just words?");
        blue.hasRead("Just words?").says("Just words.");
        red.hasRead("Just words.");
        Photograph.of(red, "connected-text");
        assertThat(red.askedForCamera() + blue.askedForCamera()).isZero();
    }

    @Test
    void on_a_phone_the_picture_fills_the_screen_and_the_chat_lies_over_it(Visitor red, Visitor blue) {
        red.holdsAPhone().comesForVideo();
        blue.comesForVideo();
        red.meets(blue).sees(blue);
        assertThat(red.scrolls()).isFalse();
        red.presses("chat-open").says("From a phone").presses("chat-close");
        blue.hasRead("From a phone");
        assertThat(red.scrolls()).isFalse();
    }

    @Test
    void whoever_wants_video_does_not_meet_one_who_wants_text(Visitor red, Visitor blue, Visitor green) {
        red.comesForVideo().isWaiting();
        blue.comesForText().isWaiting();
        green.comesForText().meets(blue);
        assertThat(red.phase()).isEqualTo("waiting");
    }
}
