package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Several tabs of one person.
@ExtendWith(Stage.class)
class OneBrowserTest {
    @Test
    void two_tabs_of_one_browser_do_not_meet(Visitor red, Visitor blue) {
        red.comesForText().isWaiting();
        Visitor other = red.inAnotherTab().opens().choosesText().isWaiting();
        Visitor met = blue.comesForText().meetsOneOf(red, other);
        Visitor left = met == red ? other : red;
        assertThat(left.phase()).isEqualTo("waiting");
    }

    @Test
    void a_duplicated_tab_starts_afresh(Visitor red, Visitor blue) {
        red.comesForText();
        blue.comesForText();
        red.meets(blue);
        red.read("sessionStorage.setItem('copied', 'yes')");

        Visitor copy = red.duplicatesTab().isIn("landing");
        assertThat(copy.read("sessionStorage.getItem('copied')")).isEqualTo("yes");
        blue.says("Which one are you?");
        red.hasRead("Which one are you?").isIn("connected");
    }

    /// A browser that restores its tabs comes back with what they had stored, while the server still holds the old
    /// connection. Two browsers with the same storage are just that.
    @Test
    void a_tab_that_was_replaced_offers_to_take_over(Visitor red, Visitor blue, Visitor green) {
        red.comesForText();
        blue.comesForText();
        red.meets(blue);
        String room = red.room();

        green.opensWithStorageOf(red);
        Photograph.of(red.isIn("replaced").isShown("use-here"), "replaced");
        green.isIn("connected").says("Still me", "over there");
        blue.hasRead("Still me", "over there").says("I see");
        green.hasRead("I see");
        assertThat(green.room()).isEqualTo(room);

        red.presses("use-here").isIn("connected").says("Back again");
        blue.hasRead("Still me", "over there", "Back again").says("Welcome");
        red.hasRead("Welcome").hasBeenRead("Back again");
        assertThat(red.room()).isEqualTo(room);

        green.isIn("replaced").presses("use-here").isIn("connected").says("And here");
        blue.hasRead("Still me", "over there", "Back again", "And here");
        red.isIn("replaced");
    }
}
