package chat.passerby.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What another page can do in the browser of a moderator who is signed in: nothing.
class ForeignPageTest extends WithConsole {
    private Desk ada;

    @BeforeEach
    void signedIn() throws Exception {
        ada = moderator("Ada");
    }

    @Test
    void our_own_page_may_ask() throws Exception {
        var request = question("me", "{}").header("Cookie", ada.cookie);
        assertThat(send(request.header("Sec-Fetch-Site", "same-origin")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "https://evil.example", "null", "", "http://localhost.evil.example"})
    void no_page_of_another_origin(String other) throws Exception {
        var request = question("sign-out", "{}").header("Cookie", ada.cookie).setHeader("Origin", other);
        assertThat(send(request).statusCode()).isEqualTo(403);
        assertThat(ada.status()).isEqualTo(200);
    }

    @Test
    void nothing_without_an_origin() throws Exception {
        String answer = raw("POST /moderate/api/me HTTP/1.1\r\nHost: localhost\r\nPasserby-Console: moderator\r\n"
                + "Content-Type: application/json\r\nCookie: " + ada.cookie
                + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("\"foreign\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type,application/x-www-form-urlencoded,415",
        "Content-Type,multipart/form-data; boundary=x,415",
        "Content-Type,text/plain,415",
        "Content-Type,text/plain; application/json,415",
        "Passerby-Console,1,403",
        "Sec-Fetch-Site,cross-site,403",
        "Sec-Fetch-Site,same-site,403",
        "Sec-Fetch-Site,none,403"
    })
    void no_form_and_nothing_that_is_not_marked_as_ours(String header, String value, int status) throws Exception {
        var request = question("me", "{}").header("Cookie", ada.cookie).setHeader(header, value);
        assertThat(send(request).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"})
    void nothing_but_a_post_is_a_question_and_no_preflight_is_granted(String method) throws Exception {
        var answer = send(question("me", "{}")
                .header("Cookie", ada.cookie)
                .method(method, method.equals("HEAD") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"id\":1,\"id\":2}",
                "{\"id\":\"1\"}",
                "{\"id\":1.5}",
                "{\"id\":null}",
                "{\"id\":1,\"more\":2}",
                "{}",
                "{\"id\":99999999999999999999}"
            })
    void what_is_no_question_is_refused_by_field_and_rule(String body) throws Exception {
        var answer = send(question("open", body).header("Cookie", ada.cookie));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"code\":\"invalid\",\"detail\":\"");
    }

    @Test
    void what_is_too_long_is_not_read() throws Exception {
        var answer =
                send(question("me", "{\"x\":\"" + "x".repeat(20_000) + "\"}").header("Cookie", ada.cookie));
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
