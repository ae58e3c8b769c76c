package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.Line;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a stranger writes is text, and nothing else.
@ExtendWith(Stage.class)
class HarmlessWordsTest {
    private static final String[] SLY = {
        "<img src=x onerror=\"window.sly=1\">",
        "<script>window.sly=1</script>",
        "\"><svg onload=window.sly=1>",
        "&lt;b&gt; {{7*7}} ${7*7} %3Cscript%3E",
        "javascript:window.sly=1 https://example.org",
    };

    @Test
    void markup_in_a_line_stays_text_and_a_link_no_link(Visitor red, Visitor blue) {
        red.comesForText();
        blue.comesForText();
        red.meets(blue).says(SLY);
        // The last one has a link, which strangers could keep: the page asks whether it shall really go.
        red.isShown("held").presses("chat-send").hasBeenRead(SLY);
        blue.hasRead(SLY);
        for (Visitor each : new Visitor[] {red, blue}) {
            assertThat(each.lines()).extracting(Line::elements).containsOnly(0);
            assertThat(each.count("#app a[href]")).isZero();
            assertThat(each.read("window.sly")).isEqualTo("undefined");
        }
    }

    @Test
    void markup_in_an_interest_stays_text(Visitor red, Visitor blue) {
        String sly = "<img src=x onerror=a()>";
        red.opens().acceptsRules().likes(sly);
        assertThat(red.textOf("interest-tag")).isEqualTo(sly);
        red.choosesText();
        blue.opens().acceptsRules().likes(sly).choosesText().meets(red);
        for (Visitor each : new Visitor[] {red, blue}) {
            assertThat(each.textOf("partner-status")).contains(sly);
            assertThat(each.count("#app img")).isZero();
        }
    }
}
