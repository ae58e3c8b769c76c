package chat.passerby.signaling.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @Test
    void the_first_heading_is_the_title() {
        assertThat(Markdown.of("intro\n\n## *No* `fun` & more {#fun}\n\n# Later")
                        .title("else"))
                .isEqualTo("No \"fun\" & more");
        assertThat(Markdown.of("no heading").title("else")).isEqualTo("else");
        assertThat(Markdown.of("# ").title("else")).isEqualTo("else");
    }

    @Test
    void a_heading_can_be_given_its_name_in_the_address() {
        Markdown markdown = Markdown.of("# Regeln\n\n## Keine Nacktheit {#nudity}\n\n## Noch eine {#nudity}\n");

        assertThat(markdown.anchors()).containsExactly("nudity");
        assertThat(markdown.html().markup())
                .isEqualTo("<h1>Regeln</h1>\n<h2 id=\"nudity\">Keine Nacktheit</h2>\n<h2>Noch eine</h2>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"## a {#\"><script>}", "## a {#A b}", "## a {#}", "## a {# x}"})
    void a_name_is_small_letters_digits_and_hyphens(String words) {
        assertThat(Markdown.of(words).anchors()).isEmpty();
        assertThat(Markdown.of(words).html().markup()).doesNotContain("<script>", "id=");
    }

    @Test
    void tables_are_tables() {
        assertThat(Markdown.of("| a | b |\n|---|---|\n| 1 | 2 |\n").html().markup())
                .contains("<table>", "<th>a</th>", "<td>2</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<a href='javascript:alert(1)'>x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt&#58;alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:alert(1))",
                "![x](javascript:alert(1))",
                "<javascript:alert(1)>",
                "[x]: javascript:alert(1)\n\n[x]",
                "```\"onclick=alert(1)\nx\n```",
                "[x](/ \"\\\"onclick=alert(1) x=\\\"\")",
                "# a <b onclick=alert(1)> {#a}",
                "| <img src=x onerror=alert(1)> |\n|---|\n| [x](javascript:alert(1)) |"
            })
    void nothing_in_it_runs(String words) {
        String markup = Markdown.of(words).html().markup();

        assertThat(markup)
                .doesNotContain(
                        "<script", "<img src=\"x", "<b ", "<a href=\"j", "<a href=\"J", "<a href=\"data", "=\"vb")
                .doesNotContainPattern("<[^>]*\\son\\w+=");
        assertThat(markup.replaceAll("<[^>]*>", "").contains("<")).isFalse();
    }

    @Test
    void links_to_pages_and_mail_are_links() {
        assertThat(Markdown.of("[a](https://example.org/?a=1&b=2) [b](mailto:a@example.org) [c](/notice) [d](#fun)")
                        .html()
                        .markup())
                .contains(
                        "href=\"https://example.org/?a=1&amp;b=2\"",
                        "href=\"mailto:a@example.org\"",
                        "href=\"/notice\"",
                        "href=\"#fun\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "[", "*a **b ", "`", "![", "\\", "<", "|", "&"})
    void nothing_that_goes_on_for_ever_takes_for_ever_or_breaks(String piece) {
        String words = piece.repeat(HosterText.LONGEST / piece.length());

        assertThat(Markdown.of(words).html().markup()).isNotNull();
    }

    @Test
    void control_characters_are_marked() {
        assertThat(Markdown.of("a\u0000b\u0008c\u0085d").html().markup()).isEqualTo("<p>a\uFFFDb\uFFFDc\uFFFDd</p>\n");
    }
}
