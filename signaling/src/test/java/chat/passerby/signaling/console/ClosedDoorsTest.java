package chat.passerby.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What those see who are no moderators.
class ClosedDoorsTest extends WithConsole {
    private static Stream<String> words() {
        return Ask.WORDS.keySet().stream().sorted();
    }

    private static Stream<String> insideWords() {
        return Ask.WORDS.entrySet().stream()
                .filter(word -> Ask.Inside.class.isAssignableFrom(word.getValue()))
                .map(Map.Entry::getKey)
                .sorted();
    }

    @Test
    void while_there_is_no_moderator_nothing_of_it_is_there() throws Exception {
        HttpResponse<String> nowhere = get("/nowhere");
        for (String path : new String[] {"/moderate", "/moderate.html", "/moderate/api/me", "/moderate/assets/x.js"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nowhere.body());
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void while_there_is_no_moderator_no_question_is_answered(String word) throws Exception {
        HttpResponse<String> answer = send(question(word, "{}"));
        assertThat(answer.statusCode()).isEqualTo(405); // as any page that can only be read
        assertThat(answer.body())
                .isEqualTo(send(question("../../nowhere", "{}")).body());
    }

    @Test
    void it_opens_a_second_after_the_first_moderator_is_made_and_closes_after_the_last_goes() throws Exception {
        assertThat(get("/moderate").statusCode()).isEqualTo(404);
        moderators.add("Ada", now());
        passes(Duration.ofSeconds(1));
        HttpResponse<String> open = get("/moderate");
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.body()).contains("<title>Moderation");
        assertThat(open.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "require-trusted-types-for 'script'", "frame-ancestors 'none'");
        assertThat(open.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=()");

        moderators.remove("Ada", now());
        passes(Duration.ofSeconds(1));
        assertThat(get("/moderate").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("insideWords")
    void who_is_not_signed_in_is_told_so_and_nothing_else(String word) throws Exception {
        moderator("Ada");
        HttpResponse<String> answer = send(question(word, "{}"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"code\":\"signed-out\",\"detail\":\"sign in first\"}");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%41%41%41", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void an_invented_cookie_opens_nothing(String secret) throws Exception {
        moderator("Ada");
        assertThat(send(question("queue", "{}").header("Cookie", Cookie.NAME + "=" + secret))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void two_cookies_of_the_name_are_none() throws Exception {
        Desk ada = moderator("Ada");
        assertThat(send(question("me", "{}").header("Cookie", ada.cookie)).statusCode())
                .isEqualTo(200);
        assertThat(send(question("me", "{}").header("Cookie", ada.cookie + "; " + Cookie.NAME + "=x"))
                        .statusCode())
                .isEqualTo(401);
    }

    /// A proxy in front may allow `/moderate` to some: no other spelling leads here, signed in or not.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//moderate",
                "/moderate/",
                "/moderate//",
                "/moderate/.",
                "/moderate/..;/moderate",
                "/moderate;x=1",
                "/./moderate",
                "/x/../moderate",
                "/x/..;/moderate",
                "/%6doderate",
                "/moderate%2f",
                "/%2e/moderate",
                "/moderate.",
                "/moderate..",
                "/moderate%20",
                "/moderate%00",
                "/Moderate",
                "/MODERATE",
                "/moderate.html",
                "/moderate.html.gz",
                "/moderate.html.br",
                "/moderate\\",
                "/moderate/assets",
                "/moderate/../moderate",
                "/moderate/api",
                "/moderate/api/",
                "//moderate/api/queue",
                "/moderate//api/queue",
                "/moderate/api//queue",
                "/moderate/./api/queue",
                "/moderate/api/..;/api/queue",
                "/moderate/api/queue/",
                "/moderate/api/queue;x",
                "/moderate/api/%71ueue",
                "/moderate/API/queue",
                "/moderate/api/queue.json",
                "/moderate/api/queue%00",
                "/moderate/x/../api/queue"
            })
    void no_other_spelling_leads_here(String path) throws Exception {
        Desk ada = moderator("Ada");
        String answer = raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin
                + "\r\nPasserby-Console: moderator\r\nContent-Type: application/json\r\nCookie: " + ada.cookie
                + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        String page = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + ada.cookie
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 40[045] ").doesNotContain("\"now\"", "Ada");
        assertThat(page).containsPattern("^HTTP/1.1 40[045] ").doesNotContain("<title>Moderation");
    }
}
