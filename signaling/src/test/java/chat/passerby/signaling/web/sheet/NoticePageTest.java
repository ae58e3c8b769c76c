package chat.passerby.signaling.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.moderation.ModeratorId;
import chat.passerby.signaling.moderation.Notice;
import chat.passerby.signaling.moderation.Notice.Who;
import chat.passerby.signaling.moderation.NoticeFile;
import chat.passerby.signaling.moderation.NoticeState;
import chat.passerby.signaling.moderation.NoticeSummary;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticePageTest extends WithSheets {
    private static final Pattern CODE = Pattern.compile("<strong class=\"code\">([0-9A-Z-]{19})</strong>");
    private static final ModeratorId MOD = new ModeratorId(1);
    private static final Map<String, String> GOOD = Map.of(
            "who", "shown",
            "shows", "me, in my room",
            "seen", "7K3M-Q2ZD-9XTA-5VWP",
            "good", "yes",
            "signature", "Ann",
            "contact", "ann@example.org");

    @BeforeEach
    void begin() throws Exception {
        serve();
    }

    @Test
    void a_notice_gives_a_code_that_tells_what_became_of_it() throws Exception {
        HttpResponse<String> thanks = post("/notice", GOOD);

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(header(thanks, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(thanks, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(thanks.body()).contains("Monday, 30 November 2026, 12:00 UTC");
        NoticeSummary waits = notices.queue().getFirst();
        assertThat(waits.due()).isEqualTo(NOON.plus(Duration.ofDays(2)));
        String code = code(thanks);
        assertThat(post("/notice/outcome", Map.of("code", code)).body()).contains("Nobody has decided yet");

        notices.decide(waits.id(), MOD, NoticeState.ACTED, "We banned them. <b>Sorry</b>.", NOON.plusSeconds(60));

        HttpResponse<String> outcome = post(
                "/notice/outcome", Map.of("code", code.toLowerCase(Locale.ROOT).replace("-", " ")));
        assertThat(outcome.statusCode()).isEqualTo(200);
        assertThat(outcome.body()).contains("We acted on it", "We banned them. &lt;b&gt;Sorry&lt;/b&gt;.");
        assertThat(header(outcome, "Cache-Control")).isEqualTo("no-store");
        assertHarmless(outcome.body());
    }

    @Test
    void the_moderator_reads_what_was_written() throws Exception {
        post("/notice", GOOD);

        Notice notice = notices.open(notices.queue().getFirst().id(), MOD, NOON)
                .orElseThrow()
                .notice();

        assertThat(notice)
                .isEqualTo(new Notice(Who.SHOWN, "me, in my room", "7K3M-Q2ZD-9XTA-5VWP", "Ann", "ann@example.org"));
    }

    @Test
    void name_and_address_may_stay_away() throws Exception {
        var fields = new HashMap<>(GOOD);
        fields.put("signature", " ");
        fields.remove("contact");

        assertThat(post("/notice", fields).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_missing_is_said_beside_it_and_what_was_written_stays() throws Exception {
        HttpResponse<String> answer =
                post("/notice", Map.of("shows", "in my room\nat night", "contact", "x".repeat(201)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Nothing was sent yet", "href=\"#who\"", "href=\"#seen\"", "href=\"#good\"")
                .contains("shorten this to 200 letters; it has 201")
                .contains("aria-describedby=\"seen-hint seen-problem\" aria-invalid=\"true\"")
                .contains(">\nin my room\nat night</textarea>")
                .doesNotContain("href=\"#shows\"");
        assertThat(notices.queue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shows", "seen", "signature", "contact", "who", "good", "odd"})
    void whatever_is_written_stays_words(String field) throws Exception {
        String odd =
                "</textarea><script>alert(1)</script>\" autofocus onfocus=alert(1) x=\"{{main}} %s \u0000\uD83D\u202E🐦";
        var fields = new HashMap<>(GOOD);
        fields.put(field, odd);
        fields.put("good", "no");

        HttpResponse<String> answer = post("/notice", fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertHarmless(answer.body().replace("<textarea", "<p").replace("</textarea>", "</p>"));
        assertThat(answer.body()).doesNotContain("\u0000", "\u202E");
        assertThat(answer.body().split("</textarea>", -1)).hasSize(3);
    }

    @Test
    void odd_words_are_stored_as_they_are_but_for_what_cannot_be_seen() throws Exception {
        var fields = new HashMap<>(GOOD);
        fields.put("shows", "<script>\u0007'🐦\u202E e\u0301\r\n2\u2066");

        post("/notice", fields);

        assertThat(notices.open(notices.queue().getFirst().id(), MOD, NOON)
                        .map(NoticeFile::notice)
                        .map(Notice::shows)
                        .orElseThrow())
                .isEqualTo("<script>'🐦 e\u0301\n2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "7K3M-Q2ZD-9XTA-5VWP", "<script>alert(1)</script>", "%00", "ΩΩΩΩ-ΩΩΩΩ-ΩΩΩΩ-ΩΩΩΩ"})
    void an_unknown_code_is_unknown(String code) throws Exception {
        HttpResponse<String> answer = post("/notice/outcome", Map.of("code", code));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No notice has this code");
        assertHarmless(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notice", "/notice/outcome"})
    void another_page_cannot_send_it(String path) throws Exception {
        String body = encoded(GOOD);

        assertThat(send(form(path, body).header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(form(path, body).header("Origin", "null")).statusCode()).isEqualTo(403);
        assertThat(send(form(path, body)).statusCode()).isEqualTo(403);
        assertThat(send(form(path, body).header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(403);
        assertThat(send(form(path, body).header("Sec-Fetch-Site", "same-site")).statusCode())
                .isEqualTo(403);
        assertThat(notices.queue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{}'",
        "text/plain, who=shown",
        "multipart/form-data; boundary=x, --x",
        "application/x-www-form-urlencoded, 'who=%'",
        "application/x-www-form-urlencoded, 'who=a&who=b'",
        "application/x-www-form-urlencoded, 'who'",
        "application/x-www-form-urlencoded, 'a=&b=&c=&d=&e=&f=&g=&h=&i=&j=&k=&l=&m=&n=&o=&p=&q='"
    })
    void what_is_no_form_is_refused_kindly(String type, String body) throws Exception {
        HttpResponse<String> answer = send(request("/notice")
                .header("Content-Type", type)
                .header("Origin", origin())
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was stored", "href=\"/notice\"");
    }

    @Test
    void what_is_much_too_long_is_refused() throws Exception {
        assertThat(post("/notice", "shows=" + "x".repeat(Form.LONGEST)).statusCode())
                .isEqualTo(400);
        assertThat(post("/notice", "shows=" + "%F0%9F%90%A6".repeat(1_000)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void one_network_cannot_flood_it() throws Exception {
        for (int i = 0; i < Limit.NOTICES.burst(); i++)
            assertThat(post("/notice", Map.of()).statusCode()).isEqualTo(422);

        HttpResponse<String> answer = post("/notice", GOOD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(header(answer, "Retry-After")).isEqualTo("10");
        assertThat(answer.body()).contains("in a minute");
    }

    @Test
    void a_database_that_fails_is_admitted_and_the_words_stay() throws Exception {
        store.close();

        HttpResponse<String> answer = post("/notice", GOOD);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("could not be stored", "me, in my room");
        assertThat(post("/notice/outcome", Map.of("code", "7K3M-Q2ZD-9XTA-5VWP"))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void asking_without_a_code_leads_to_the_field_for_it() throws Exception {
        HttpResponse<String> answer = get("/notice/outcome");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/notice#outcome");
        assertThat(List.of(get("/notice").body())).allMatch(page -> page.contains("id=\"outcome\""));
    }

    private static String code(HttpResponse<String> thanks) {
        Matcher code = CODE.matcher(thanks.body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
