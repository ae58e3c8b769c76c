package chat.passerby.signaling.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.moderation.Kept;
import chat.passerby.signaling.moderation.audit.Month;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Rule;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SheetsTest extends WithSheets {
    private static final String ODD =
            "<script>alert(1)</script>\" onload='x' {{main}} %s %1$s &amp; \uD83D\uDC26 e\u0301\u0302\u0303 \u05D0\u05D1 \u202Etfel";

    /// Every rule there must be, in few words.
    private static final String RULES = Stream.of(Rule.values())
            .map(rule -> "## " + rule + " {#" + RulesSheet.id(rule) + "}\n\nNo.\n")
            .collect(Collectors.joining("\n"));

    @ParameterizedTest
    @ValueSource(strings = {"/rules", "/privacy", "/transparency", "/notice"})
    void every_page_is_whole_and_has_one_heading_a_title_a_way_around_and_no_script(String path) throws Exception {
        serve();

        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"en\">", "href=\"#words\"", "<main id=\"words\"")
                .containsOnlyOnce("<h1")
                .containsOnlyOnce("aria-current=\"page\"")
                .contains("href=\"" + path + "\" aria-current=\"page\"")
                .containsPattern("<title>[^<{]+ · Passerby</title>")
                .containsPattern("<link rel=\"stylesheet\"[^>]* href=\"/assets/sheet-")
                .doesNotContain("{{");
        assertHarmless(page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rules", "/privacy", "/transparency", "/transparency.json", "/notice"})
    void nothing_is_sent_twice_and_head_sends_nothing(String path) throws Exception {
        serve();
        HttpResponse<String> first = get(path);

        HttpResponse<String> again = send(request(path).header("If-None-Match", header(first, "ETag")));
        HttpResponse<String> head = send(request(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo("" + first.body().getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /rules/, 404",
        "GET, /Rules, 404",
        "GET, /transparency.xml, 404",
        "GET, /notice/7K3M-Q2ZD-9XTA-5VWP, 404",
        "POST, /rules, 405",
        "PUT, /notice, 405",
        "DELETE, /transparency.json, 405"
    })
    void what_is_not_there_keeps_its_page(String method, String path, int status) throws Exception {
        serve();

        HttpResponse<String> answer = send(request(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("href=\"/\"");
        assertThat(header(answer, "Content-Security-Policy")).contains("form-action 'none'");
    }

    @Test
    void only_the_notice_may_send_a_form() throws Exception {
        serve();

        assertThat(header(get("/notice"), "Content-Security-Policy")).contains("form-action 'self';");
        assertThat(header(get("/notice"), "Referrer-Policy")).isEqualTo("same-origin");
        for (String path : List.of("/rules", "/privacy", "/transparency", "/"))
            assertThat(header(get(path), "Content-Security-Policy")).contains("form-action 'none';");
    }

    @Test
    void each_rule_that_a_decision_can_name_has_its_place() throws Exception {
        serve();

        String page = get("/rules").body();

        for (Rule rule : Rule.values()) assertThat(page).contains("<h2 id=\"" + RulesSheet.id(rule) + "\">");
        assertThat(page).contains("id=\"decisions\"", "id=\"appeal\"", "id=\"contact\"", "href=\"/notice\"");
    }

    @Test
    void the_hoster_is_named_with_both_contact_points() throws Exception {
        options.put(Key.SITE_OPERATOR, "Verein Straße & Söhne");
        options.put(Key.SITE_CONTACT, "post@example.org");
        options.put(Key.SITE_AUTHORITY_CONTACT, "https://example.org/behoerden?a=1&b=2");
        serve();

        for (String path : List.of("/rules", "/privacy", "/transparency", "/notice"))
            assertThat(get(path).body())
                    .contains("Run by <bdi>Verein Straße &amp; Söhne</bdi>")
                    .contains("<a href=\"mailto:post@example.org\"><bdi>post@example.org</bdi></a>")
                    .contains("href=\"https://example.org/behoerden?a=1&amp;b=2\"");
        assertThat(get("/rules").body()).contains("Article 11");
    }

    @Test
    void without_a_contact_point_the_page_says_so() throws Exception {
        serve();

        assertThat(get("/rules").body()).contains("has not said how to reach them");
    }

    @Test
    void the_table_of_what_is_kept_stands_where_the_hoster_puts_it() throws Exception {
        kept = List.of(new Kept("id", "<b>what</b>", "where & there", ODD, "30 days", "Purges", null));
        options.put(Key.SITE_PRIVACY_FILE, write("privacy.md", "# Ours\n\nbefore\n\n{{retention}}\n\nafter\n"));
        options.put(Key.SITE_LANGUAGE, "de");
        serve();

        String page = get("/privacy").body();

        assertThat(page).contains("<title>Ours · Passerby</title>", "<div lang=\"de\" dir=\"auto\"><h1>Ours</h1>");
        assertThat(page)
                .containsSubsequence("before", "&lt;b&gt;what&lt;/b&gt;", "where &amp; there", "30 days", "after");
        assertHarmless(page);
    }

    @Test
    void nobody_can_leave_the_table_out() throws Exception {
        options.put(Key.SITE_PRIVACY_FILE, write("privacy.md", "Nothing to see here."));
        serve();

        assertThat(get("/privacy").body()).contains("words of a chat", "<title>Privacy · Passerby</title>");
    }

    @Test
    void whatever_the_hosters_files_hold_is_words() throws Exception {
        options.put(Key.SITE_RULES_FILE, write("rules.md", "\uFEFF# " + ODD + "\n\n" + ODD + "\n\n" + RULES));
        options.put(Key.SITE_PRIVACY_FILE, write("privacy.md", "# " + ODD + "\n\n[x](javascript:alert(1))\n\n" + ODD));
        options.put(Key.SITE_OPERATOR, "<img src=x onerror=alert(1)> {{main}}");
        serve();

        for (String path : List.of("/rules", "/privacy")) {
            assertHarmless(get(path).body());
            assertThat(get(path).body())
                    .contains(
                            "&lt;script&gt;",
                            "🐦",
                            "e\u0301\u0302\u0303",
                            "&lt;img src=x onerror=alert(1)&gt; {{main}}");
        }
    }

    @Test
    void a_file_that_changes_is_shown_as_it_is_now() throws Exception {
        options.put(Key.SITE_RULES_FILE, write("rules.md", "# One\n\n" + RULES));
        serve();
        String before = header(get("/rules"), "ETag");

        write("rules.md", "# Two\n\n" + RULES);
        refresh();

        assertThat(get("/rules").body()).contains("<h1>Two</h1>");
        assertThat(header(get("/rules"), "ETag")).isNotEqualTo(before);
    }

    @Test
    void a_file_that_breaks_leaves_the_page_of_before() throws Exception {
        options.put(Key.SITE_RULES_FILE, write("rules.md", "# One\n\n" + RULES));
        serve();

        write("rules.md", "# Two");
        refresh();
        assertThat(get("/rules").body()).contains("<h1>One</h1>");

        Files.delete(folder.resolve("rules.md"));
        refresh();
        assertThat(get("/rules").body()).contains("<h1>One</h1>");

        write("rules.md", "# Three\n\n" + RULES);
        refresh();
        assertThat(get("/rules").body()).contains("<h1>Three</h1>");
    }

    @Test
    void a_file_that_cannot_be_used_is_named_with_its_key() throws Exception {
        Path missing = folder.resolve("missing.md");
        options.put(Key.SITE_RULES_FILE, missing.toString());
        assertRefused("site.rules-file: " + missing + " does not exist");

        options.put(Key.SITE_RULES_FILE, write("rules.md", "# Only one\n\n## Adults {#adults}\n"));
        assertRefused("site.rules-file: " + folder.resolve("rules.md")
                + " must explain every rule under a heading that ends in its id; missing: {#nudity}, {#images},"
                + " {#harassment}, {#hate}, {#threats}, {#scams}, {#law}");

        options.remove(Key.SITE_RULES_FILE);
        options.put(Key.SITE_PRIVACY_FILE, write("privacy.md", " \n "));
        assertRefused("site.privacy-file: " + folder.resolve("privacy.md") + " is empty");

        options.put(Key.SITE_PRIVACY_FILE, write("privacy.md", "x".repeat(HosterText.LONGEST + 1)));
        assertRefused("site.privacy-file: " + folder.resolve("privacy.md") + " is longer than 128 kB");

        Files.write(folder.resolve("privacy.md"), new byte[] {'#', ' ', (byte) 0xff});
        assertRefused("site.privacy-file: " + folder.resolve("privacy.md") + " must be UTF-8");

        options.put(Key.SITE_PRIVACY_FILE, folder.toString());
        assertRefused("site.privacy-file: " + folder + " cannot be read by this user");
    }

    @Test
    void the_figures_are_the_same_on_the_page_and_for_programs() throws Exception {
        months = List.of(month(YearMonth.of(2026, 10), 1_234, 40), month(YearMonth.of(2026, 11), 4, 7));
        serve();

        String page = get("/transparency").body();
        HttpResponse<String> programs = get("/transparency.json");
        JsonNode all = JsonMapper.shared().readTree(programs.body()).get("months");

        assertThat(header(programs, "Content-Type")).isEqualTo("application/json");
        assertThat(all.get(0).get("month").asString()).isEqualTo("2026-11");
        assertThat(all.get(0).get("over").asBoolean()).isFalse();
        assertThat(all.get(0).get("conversations").asString()).isEqualTo("<5");
        assertThat(all.get(0).get("reports").get("intimate-image").asString()).isEqualTo("<5");
        assertThat(all.get(0).get("reports").get("spam").asInt()).isEqualTo(7);
        assertThat(all.get(0).get("reports").get("all").asString()).isEqualTo("withheld");
        assertThat(all.get(1).get("conversations").asInt()).isEqualTo(1_234);
        assertThat(all.get(1).get("over").asBoolean()).isTrue();
        assertThat(all.get(1).get("decisions").get("ban").asInt()).isEqualTo(40);
        assertThat(all.get(1).get("automaticPercent").asString()).isEqualTo("<=10");
        assertThat(all.get(1).get("medianMinutesToDecision").asInt()).isEqualTo(95);
        assertThat(page)
                .containsSubsequence("November 2026 so far", "October 2026", "1,234")
                .contains("95 min", "at most 10", "withheld", "closed lane");
        assertHarmless(page);
    }

    @Test
    void the_figures_move_every_few_minutes_and_not_at_once() throws Exception {
        months = List.of(month(YearMonth.of(2026, 11), 10, 7));
        serve();
        assertThat(get("/transparency.json").body()).contains("\"conversations\" : 10");

        months = List.of(month(YearMonth.of(2026, 11), 11, 7));
        assertThat(get("/transparency.json").body()).contains("\"conversations\" : 10");

        now = NOON.plus(TransparencyPage.SHOWN);
        assertThat(get("/transparency.json").body()).contains("\"conversations\" : 11");
        assertThat(get("/transparency").body()).contains("<dd>11</dd>");
    }

    private static Month month(YearMonth month, long conversations, long many) {
        return new Month(
                month,
                conversations,
                Map.of(Reason.SPAM, many, Reason.INTIMATE_IMAGE, 1L),
                Map.of(Measure.BAN, many),
                0,
                0,
                0,
                Duration.ofMinutes(95),
                many,
                0,
                many,
                0,
                0);
    }

    private String write(String name, String words) throws Exception {
        return Files.writeString(folder.resolve(name), words).toString();
    }

    private void assertRefused(String problem) throws Exception {
        assertThatExceptionOfType(InvalidSettings.class).isThrownBy(this::serve).withMessage(problem);
    }
}
