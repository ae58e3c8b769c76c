package chat.passerby.signaling.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void words_stay_words() {
        assertThat(Html.words("<script>'\"&amp;").markup()).isEqualTo("&lt;script&gt;&#39;&quot;&amp;amp;");
    }

    @Test
    void only_markup_is_markup_in_a_template() {
        assertThat(Html.of("<a href=\"%s\">%s</a>%s", "\"><b>", Html.of("<i>%s</i>", "<b>"), 7))
                .isEqualTo(new Html("<a href=\"&quot;&gt;&lt;b&gt;\"><i>&lt;b&gt;</i></a>7"));
        assertThat(Html.of("<p>%s</p>", "100 %s, %n and {{main}}").markup())
                .isEqualTo("<p>100 %s, %n and {{main}}</p>");
        assertThat(Html.join(List.of()).markup()).isEmpty();
    }

    @Test
    void what_cannot_be_sent_or_seen_is_marked() {
        assertThat(Html.words("a\u0000b\u0007c\u009Bd\uD83Ee\n\t🐦").markup())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\n\t🐦");
    }

    @Property
    void no_words_can_open_a_tag_or_close_an_attribute(@ForAll String words) {
        String markup = Html.words(words).markup();

        assertThat(markup).doesNotContain("<", ">", "\"", "'");
        assertThat(new String(markup.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(markup);
    }
}
