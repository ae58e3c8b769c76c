package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.Moderator;
import chat.passerby.e2e.stage.PackagedJar;
import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// From a report to a decision, its reasons, an appeal, and back: everybody concerned sees what happened, and why.
@ExtendWith(Stage.class)
class JusticeTest {
    private static final String INSULT = "I know where you live";

    @Test
    void a_ban_holds_in_every_tab_says_why_and_ends_when_another_moderator_reverses_it(
            Visitor red, Visitor blue, Visitor green, Visitor bare, PackagedJar server) {
        Moderator grace = joins(green, server, "Grace");
        Moderator linus = joins(bare, server, "Linus");
        red.comesForVideo();
        blue.comesForVideo();
        red.meets(blue).sees(blue);
        blue.says(INSULT);
        red.hasRead(INSULT);
        red.presses("report").presses("report-frame").isShown("report-frame-preview");
        Photograph.of(red, "report-with-picture");
        red.attachesLinesFor("threat").presses("report-send").isShown("receipt");

        bans(grace);
        blue.isIn("refused").isShown("statement");
        assertThat(blue.textOf("statement-facts")).contains("A threat in writing");
        Photograph.of(blue, "banned");
        Visitor elsewhere = blue.inAnotherTab().opens().isIn("refused");
        elsewhere.reloads().isIn("refused");
        elsewhere
                .presses("appeal")
                .types("appeal-text", "It was a line of a song")
                .presses("appeal-send");
        elsewhere.isShown("appeal-state");

        reverses(grace, linus);
        elsewhere.presses("look-again").isIn("landing");
        blue.looksAgain().isIn("landing");

        red.stops().presses("reports-open").presses("own-report-ask").isShown("own-report-outcome");
        assertThat(red.textOf("own-report-outcome")).contains("taken back");
        Photograph.of(red, "own-reports");
        blue.choosesText();
        green.comesForText().meets(blue);
    }

    private static Moderator joins(Visitor who, PackagedJar server, String name) {
        return who.asModerator()
                .follows(server.invites(name))
                .presses("register")
                .isAt("queue");
    }

    private static void bans(Moderator grace) {
        grace.opens()
                .isAt("queue")
                .types("filter", "threat")
                .presses("case-row")
                .isAt("case");
        assertThat(grace.read("document.body.innerText")).doesNotContain(INSULT);
        grace.presses("show-lines").sees("line");
        assertThat(grace.textOf("line")).contains(INSULT);
        grace.presses("frame-fetch").sees("frame");
        Photograph.of(grace, "moderator-case");
        grace.strikes("4").types("rule", "No threats").types("facts", "A threat in writing.");
        grace.presses("decide").isAt("queue");
    }

    /// Whoever decided first does not decide on the appeal.
    private static void reverses(Moderator first, Moderator other) {
        first.opens().isAt("queue").presses("appeal-row").isAt("appeal").sees("not-yours");
        other.opens().isAt("queue").presses("appeal-row").isAt("appeal");
        assertThat(other.textOf("appeal-text")).isEqualTo("It was a line of a song");
        Photograph.of(other, "moderator-appeal");
        other.strikes("2").types("answer", "So it was.").presses("settle").isAt("queue");
    }
}
