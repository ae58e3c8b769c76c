package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.moderation.DecisionId;
import chat.passerby.signaling.moderation.Ruling;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What visitors post, by code and without a session; and what is posted by others.
class FrontTest extends WithServer {
    private static final String NOBODYS = "0000-0000-0000-0000";

    private Client ann;
    private Client bob;
    private Post post;
    private Bench bench;
    private String receipt = "";

    @BeforeEach
    void ann_reports_bob() throws Exception {
        bench = bench();
        post = new Post(port());
        ann = Client.open(port()).hello();
        bob = Client.open(port()).hello();
        ann.find("text").await("waiting");
        bob.find("text").await("matched");
        String room = ann.await("matched").path("room").stringValue();
        ann.say("{'type':'report','room':'%s','reason':'hate','lines':[],'frame':false}", room);
        receipt = ann.await("reported").path("receipt").stringValue();
    }

    @AfterEach
    void go_home() {
        ann.close();
        bob.close();
        post.close();
    }

    private JsonNode outcome() throws Exception {
        Post.Answer answer = post.json("outcome", "{'receipt':'%s'}", receipt);
        assertThat(answer.status()).isEqualTo(200);
        return answer.said();
    }

    private String code() {
        return bob.await("judged").path("statement").path("code").stringValue();
    }

    @Test
    void a_reporter_learns_by_receipt_what_was_decided_and_that_it_was_taken_back() throws Exception {
        assertThat(outcome().path("state").stringValue()).isEqualTo("open");
        assertThat(outcome().has("measure")).isFalse();
        DecisionId decision = bench.decide(new Ruling.Ban(Bench.DAY, false));
        assertThat(outcome().path("state").stringValue()).isEqualTo("decided");
        assertThat(outcome().path("measure").stringValue()).isEqualTo("ban");
        assertThat(outcome().path("reversed").booleanValue()).isFalse();
        post.json("appeal", "{'code':'%s','text':'It was my brother.'}", code());
        bench.answer(decision, true);
        assertThat(outcome().path("reversed").booleanValue()).isTrue();
        assertThat(outcome().toString()).doesNotContain(Bench.FACTS);
    }

    @Test
    void the_person_concerned_reads_the_reasons_and_appeals_once() throws Exception {
        DecisionId decision = bench.decide(new Ruling.Ban(Bench.DAY, false));
        String code = code();
        String sloppy = " " + code.replace('-', ' ').toLowerCase(java.util.Locale.ROOT);
        Post.Answer read = post.json("statement", "{'code':'%s'}", sloppy);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.said().path("code").stringValue()).isEqualTo(code);
        assertThat(read.said().path("facts").stringValue()).isEqualTo(Bench.FACTS);

        Post.Answer made = post.json("appeal", "{'code':'%s','text':'It was my brother.'}", code);
        assertThat(made.said().path("appeal").stringValue()).isEqualTo("made");
        Post.Answer again = post.json("appeal", "{'code':'%s','text':'And again.'}", code);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("no-appeal");

        bench.answer(decision, false);
        JsonNode upheld = post.json("statement", "{'code':'%s'}", code).said();
        assertThat(upheld.path("appeal").stringValue()).isEqualTo("upheld");
        assertThat(upheld.path("answer").stringValue()).isEqualTo("Somebody looked again.");
    }

    @Test
    void a_code_that_nobody_holds_one_of_another_kind_and_one_that_is_none_look_alike() throws Exception {
        bench.decide(new Ruling.Warn());
        String statement = code();
        var nobodys = post.json("statement", "{'code':'%s'}", NOBODYS);
        assertThat(nobodys.status()).isEqualTo(404);
        assertThat(nobodys.code()).isEqualTo("unknown-code");
        for (Post.Answer other : new Post.Answer[] {
            post.json("statement", "{'code':'%s'}", receipt),
            post.json("statement", "{'code':'what?'}"),
            post.json("statement", "{'code':'ÄÖÜ'}"),
            post.json("outcome", "{'receipt':'%s'}", statement),
            post.json("appeal", "{'code':'%s','text':'x'}", NOBODYS)
        }) {
            assertThat(other.status()).isEqualTo(404);
            assertThat(other.said()).isEqualTo(nobodys.said());
        }
    }

    @Test
    void whoever_tries_codes_is_soon_told_to_wait_and_another_network_is_not() throws Exception {
        int tried = 0;
        Post.Answer answer = post.json("statement", "{'code':'%s'}", NOBODYS);
        for (; answer.status() == 404; tried++) answer = post.json("statement", "{'code':'%016d'}", tried);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too-fast");
        assertThat(answer.said().path("retryAfter").intValue()).isPositive();
        assertThat(answer.whole().headers().firstValue("Retry-After")).isPresent();
        assertThat(tried).isBetween(Limit.CODES.burst() - 5, Limit.CODES.burst() + 60);
        assertThat(Client.post(port(), "127.0.9.1", "/api/statement", "{\"code\":\"" + NOBODYS + "\"}"))
                .startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome", "statement", "appeal", "frame"})
    void a_page_of_another_origin_gets_nothing_whatever_it_sends(String what) throws Exception {
        for (String origin : new String[] {"https://evil.example", "null", "http://localhost:1"}) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port() + "/api/" + what))
                    .header("Origin", origin)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"receipt\":\"" + receipt + "\"}"));
            Post.Answer answer = post.send(request);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("foreign-origin");
            assertThat(answer.whole().headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        HttpRequest.Builder without = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/api/" + what))
                .POST(BodyPublishers.ofString("{}"));
        assertThat(post.send(without).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=x"
            })
    void what_a_form_could_post_is_not_taken(String type) throws Exception {
        Post.Answer answer = post.send(post.to("outcome")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"receipt\":\"" + receipt + "\"}")));
        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void it_is_asked_by_post_alone(String method) throws Exception {
        Post.Answer answer = post.send(post.to("outcome").method(method, BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.whole().headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'receipt':1}|invalid|receipt must be a string",
                "{}|invalid|receipt is missing",
                "{'receipt':''}|invalid|receipt must not be blank",
                "{'receipt':null}|invalid|receipt must not be null",
                "{'receipt':'x','more':1}|unknown-field|unknown field more",
                "{'receipt':'x','receipt':'y'}|malformed|",
                "[]|malformed|must be one JSON object",
                "'x'|malformed|must be one JSON object",
                "{'receipt':'x'} {}|malformed|",
                "nonsense|malformed|",
            })
    void it_is_as_strict_as_the_socket(String json, String code, String detail) throws Exception {
        Post.Answer answer = post.json("outcome", json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        if (detail != null)
            assertThat(answer.said().path("detail").stringValue()).isEqualTo(detail);
    }

    @Test
    void what_is_no_utf_8_is_malformed() throws Exception {
        byte[] latin = "{\"receipt\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        Post.Answer answer = post.send(
                post.to("outcome").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(latin)));
        assertThat(answer.code()).isEqualTo("malformed");
    }

    @Test
    void an_appeal_has_its_length_and_a_question_too() throws Exception {
        bench.decide(new Ruling.Warn());
        String code = code();
        assertThat(post.json("appeal", "{'code':'%s','text':'%s'}", code, "x".repeat(2_001))
                        .said()
                        .path("detail")
                        .stringValue())
                .isEqualTo("text must have at most 2000 characters");
        assertThat(post.json("appeal", "{'code':'%s','text':' '}", code).status())
                .isEqualTo(400);
        Post.Answer large = post.json("appeal", "{'code':'%s','text':'%s'}", code, "x".repeat(20_000));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.code()).isEqualTo("too-large");
        assertThat(post.json("appeal", "{'code':'%s','text':'%s'}", code, "ü".repeat(2_000))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void no_answer_is_kept_on_the_way_and_none_sets_a_cookie() throws Exception {
        Post.Answer answer = post.json("outcome", "{'receipt':'%s'}", receipt);
        assertThat(answer.whole().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.whole().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.whole().headers().firstValue("Content-Security-Policy"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/outcome/", "//api/outcome", "/API/outcome", "/api/nothing"})
    void other_paths_lead_nowhere(String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
        assertThat(post.send(request).status()).isIn(400, 404);
    }
}
