package chat.passerby.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.moderation.Appeals;
import chat.passerby.signaling.moderation.Code;
import chat.passerby.signaling.moderation.Filed;
import chat.passerby.signaling.moderation.Notice;
import chat.passerby.signaling.moderation.Notices;
import chat.passerby.signaling.moderation.Report;
import chat.passerby.signaling.moderation.Report.Line;
import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.protocol.Statement;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a moderator does, from the queue to the answer of an appeal.
class CaseworkTest extends WithConsole {
    private static final BrowserId REPORTED = new BrowserId("ben-bbbbbbbbbbbbbbbbbb");
    private static final NetworkId NETWORK = new NetworkId("net-nnnnnnnnnnnnnnnnnn");
    private static final Map<String, Object> NOTHING = Map.of();

    private Desk ada;

    @BeforeEach
    void signedIn() throws Exception {
        ada = moderator("Ada");
    }

    private Filed reported(String reporter, Reason reason, String words) throws Exception {
        return cases.file(
                new Report(
                        now(),
                        reason,
                        words,
                        new RoomId("room-of-" + reporter),
                        Mode.VIDEO,
                        Duration.ofSeconds(95),
                        Side.A,
                        new Party(new BrowserId(reporter), new NetworkId("net-of-" + reporter)),
                        new Party(REPORTED, NETWORK),
                        List.of(new Line(Side.B, 2, now(), words), new Line(Side.A, 1, now(), "no"))),
                true,
                now());
    }

    private long only() throws Exception {
        return ada.asks("queue", NOTHING).get("cases").get(0).get("id").asLong();
    }

    private static Map<String, Object> ban(long id, int version, String facts) {
        return Map.of(
                "id", id, "version", version, "ruling", "ban", "minutes", 1440, "rule", "harassment", "facts", facts);
    }

    /// From opening to the ban.
    private long bans(Desk desk, long id, String facts) throws Exception {
        int version = desk.asks("open", Map.of("id", id)).get("version").asInt();
        return desk.asks("decide", ban(id, version, facts)).get("decision").asLong();
    }

    private Statement inForce() {
        return measures.inForce(REPORTED, NETWORK, now()).orElseThrow();
    }

    @Test
    void an_empty_queue_is_empty() throws Exception {
        JsonNode queue = ada.asks("queue", NOTHING);
        assertThat(queue.get("cases").isEmpty()).isTrue();
        assertThat(queue.get("appeals").isEmpty()).isTrue();
        assertThat(queue.get("now").asLong()).isEqualTo(now().toEpochMilli());
    }

    @Test
    void a_report_waits_in_the_queue_and_says_nothing_of_what_was_written() throws Exception {
        reported("ann", Reason.THREAT, "secret words");
        HttpResponse<byte[]> answer = ada.posts("queue", NOTHING);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("secret");
        JsonNode row = ada.asks("queue", NOTHING).get("cases").get(0);
        assertThat(row.get("urgent").asBoolean()).isTrue();
        assertThat(row.get("reasons").get(0).get("reason").asString()).isEqualTo("threat");
        assertThat(row.has("taken")).isFalse();
    }

    @Test
    void who_opens_a_case_has_it_and_another_cannot_decide_it_meanwhile() throws Exception {
        Desk eve = moderator("Eve");
        reported("ann", Reason.HARASSMENT, "words");
        long id = only();
        int version = ada.asks("open", Map.of("id", id)).get("version").asInt();
        JsonNode taken = eve.asks("open", Map.of("id", id)).get("row").get("taken");
        assertThat(taken.get("name").asString()).isEqualTo("Ada");
        assertThat(taken.get("mine").asBoolean()).isFalse();
        assertThat(eve.posts("decide", ban(id, version, "You did.")).statusCode())
                .isEqualTo(409);

        passes(Duration.ofMinutes(10));
        assertThat(eve.asks("open", Map.of("id", id))
                        .get("row")
                        .get("taken")
                        .get("mine")
                        .asBoolean())
                .isTrue();
        assertThat(ada.posts("decide", ban(id, version, "You did.")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_ban_is_in_force_at_once_and_undone_at_once() throws Exception {
        reported("ann", Reason.HARASSMENT, "words");
        long decision = bans(ada, only(), "You went on.");
        assertThat(inForce().facts()).isEqualTo("You went on.");
        assertThat(ada.asks("queue", NOTHING).get("cases").isEmpty()).isTrue();

        ada.asks("undo", Map.of("decision", decision, "reason", "My mistake."));
        assertThat(measures.inForce(REPORTED, NETWORK, now())).isEmpty();
        assertThat(ada.asks("queue", NOTHING).get("cases").size()).isEqualTo(1);
    }

    @Test
    void what_came_in_since_must_be_read_first() throws Exception {
        reported("ann", Reason.HARASSMENT, "words");
        long id = only();
        int version = ada.asks("open", Map.of("id", id)).get("version").asInt();
        reported("cat", Reason.HATE, "more");
        HttpResponse<byte[]> late = ada.posts("decide", ban(id, version, "You did."));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(new String(late.body(), StandardCharsets.UTF_8)).contains("\"changed\"");
    }

    @Test
    void a_measure_needs_a_rule_and_facts_and_a_length_that_can_be() throws Exception {
        reported("ann", Reason.HARASSMENT, "words");
        long id = only();
        int version = ada.asks("open", Map.of("id", id)).get("version").asInt();
        for (Map<String, Object> unfit : List.<Map<String, Object>>of(
                Map.of("id", id, "version", version, "ruling", "warn", "facts", "x"),
                Map.of("id", id, "version", version, "ruling", "warn", "rule", "hate", "facts", "  "),
                Map.of("id", id, "version", version, "ruling", "warn", "rule", "hate", "facts", "x", "minutes", 5),
                Map.of("id", id, "version", version, "ruling", "ban", "rule", "hate", "facts", "x"),
                Map.of("id", id, "version", version, "ruling", "ban", "rule", "hate", "facts", "x", "minutes", 0),
                Map.of("id", id, "version", version, "ruling", "ban", "rule", "x", "facts", "x", "minutes", 5),
                Map.of(
                        "id",
                        id,
                        "version",
                        version,
                        "ruling",
                        "cool-down",
                        "rule",
                        "hate",
                        "facts",
                        "x",
                        "minutes",
                        9999),
                Map.of("id", id, "version", version, "ruling", "warn", "rule", "hate", "facts", "x".repeat(2_001)),
                Map.of("id", id, "version", version, "ruling", "exile", "rule", "hate", "facts", "x")))
            assertThat(ada.posts("decide", unfit).statusCode()).as("%s", unfit).isEqualTo(400);
        assertThat(measures.inForce(REPORTED, NETWORK, now())).isEmpty();
    }

    @Test
    void a_picture_comes_as_a_picture_and_nothing_else_and_is_kept_by_nobody() throws Exception {
        Filed filed = reported("ann", Reason.SEXUAL, "words");
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, '<', 's', 'v', 'g', '>', (byte) 0xff, (byte) 0xd9};
        Code upload = filed.upload();
        assertThat(upload).isNotNull();
        cases.frame(upload, jpeg, now());
        long id = only();
        JsonNode report = ada.asks("open", Map.of("id", id)).get("reports").get(0);
        assertThat(report.get("frame").asBoolean()).isTrue();

        HttpResponse<byte[]> frame =
                ada.posts("frame", Map.of("id", id, "report", report.get("id").asLong()));
        assertThat(frame.body()).isEqualTo(jpeg);
        assertThat(frame.headers().map())
                .containsEntry("content-type", List.of("image/jpeg"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry("content-disposition", List.of("inline; filename=\"frame.jpg\""));
        assertThat(ada.posts(
                                "frame",
                                Map.of("id", id + 1, "report", report.get("id").asLong()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ada.asks("audit", NOTHING).get("entries").findValuesAsString("action"))
                .startsWith("looked");
    }

    @Test
    void a_case_is_held_and_written_out() throws Exception {
        reported("ann", Reason.THREAT, "words");
        long id = only();
        ada.asks("hold", Map.of("id", id, "reason", "For the police, file 7."));
        JsonNode hold = ada.asks("open", Map.of("id", id)).get("hold");
        assertThat(hold.get("reason").asString()).isEqualTo("For the police, file 7.");
        assertThat(hold.get("by").asString()).isEqualTo("Ada");

        HttpResponse<byte[]> bundle = ada.posts("export", Map.of("id", id));
        assertThat(bundle.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(bundle.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"case-" + id + ".zip\"");
        assertThat(names(bundle.body())).contains("case.json");

        ada.asks("release", Map.of("id", id));
        assertThat(ada.asks("open", Map.of("id", id)).has("hold")).isFalse();
        assertThat(ada.posts("release", Map.of("id", id)).statusCode()).isEqualTo(404);
    }

    private static List<String> names(byte[] zip) throws Exception {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) names.add(entry.getName());
        }
        return names;
    }

    @Test
    void an_appeal_is_answered_by_another_who_sees_the_first_decision() throws Exception {
        Desk eve = moderator("Eve");
        reported("ann", Reason.HARASSMENT, "words");
        long decision = bans(ada, only(), "You went on.");
        new Appeals(office, measures).make(new Code(inForce().code()), "It was not me.", now());

        JsonNode own = ada.asks("queue", NOTHING).get("appeals").get(0);
        assertThat(own.get("yours").asBoolean()).isFalse();
        assertThat(ada.posts("settle", Map.of("decision", decision, "reverse", false, "words", "No."))
                        .statusCode())
                .isEqualTo(403);

        JsonNode appeal = eve.asks("queue", NOTHING).get("appeals").get(0);
        assertThat(appeal.get("yours").asBoolean()).isTrue();
        assertThat(appeal.get("against").get("by").asString()).isEqualTo("Ada");
        assertThat(appeal.get("text").asString()).isEqualTo("It was not me.");
        eve.asks("settle", Map.of("decision", decision, "reverse", true, "words", "You are right."));
        assertThat(measures.inForce(REPORTED, NETWORK, now())).isEmpty();
        assertThat(eve.posts("settle", Map.of("decision", decision, "reverse", true, "words", "Again."))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void where_there_is_one_moderator_they_answer_themselves() throws Exception {
        reported("ann", Reason.HARASSMENT, "words");
        long decision = bans(ada, only(), "You went on.");
        new Appeals(office, measures).make(new Code(inForce().code()), "Please.", now());
        assertThat(ada.asks("queue", NOTHING).get("appeals").get(0).get("yours").asBoolean())
                .isTrue();
        ada.asks("settle", Map.of("decision", decision, "reverse", false, "words", "It stands."));
        assertThat(inForce().answer()).isEqualTo("It stands.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=\"sly()\">",
                "</script><script>sly()</script>",
                "\"}],\"sly\":[{\"",
                "\u2028\u2029\u202e\u0007\u001b[31mred",
                "=HYPERLINK(\"http://evil.example\")",
                "\\u003cb\\u003e 🐦 \u0000"
            })
    void what_people_write_is_a_json_string_and_comes_back_as_it_was(String sly) throws Exception {
        reported("ann", Reason.HARASSMENT, sly);
        long id = only();
        ada.asks("hold", Map.of("id", id, "reason", sly));
        HttpResponse<byte[]> opened = ada.posts("open", Map.of("id", id));
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(opened.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        JsonNode file = ada.asks("open", Map.of("id", id));
        JsonNode report = file.get("reports").get(0);
        assertThat(report.get("note").asString()).isEqualTo(sly);
        assertThat(report.get("lines").get(0).get("text").asString()).isEqualTo(sly);
        assertThat(file.get("hold").get("reason").asString()).isEqualTo(sly.strip());

        long decision = bans(ada, id, sly);
        assertThat(inForce().facts()).isEqualTo(sly.strip());
        new Appeals(office, measures).make(new Code(inForce().code()), sly, now());
        JsonNode appeal = ada.asks("queue", NOTHING).get("appeals").get(0);
        assertThat(appeal.get("text").asString()).isEqualTo(sly.strip());
        assertThat(appeal.get("against").get("facts").asString()).isEqualTo(sly.strip());
        ada.asks("settle", Map.of("decision", decision, "reverse", false, "words", sly));
        assertThat(inForce().answer()).isEqualTo(sly.strip());
    }

    @Test
    void a_notice_about_an_intimate_picture_is_read_and_answered_once() throws Exception {
        var notices = new Notices(office);
        Code code = notices.file(new Notice(Notice.Who.ASKED, "<b>her</b>, asleep", "on Friday", "J. Doe", null), now())
                .orElseThrow();
        JsonNode due = ada.asks("queue", NOTHING).get("notices").get(0);
        assertThat(due.get("due").asLong())
                .isEqualTo(now().plus(Duration.ofDays(2)).toEpochMilli());
        long id = due.get("id").asLong();

        JsonNode notice = ada.asks("notice", Map.of("id", id));
        assertThat(notice.get("shows").asString()).isEqualTo("<b>her</b>, asleep");
        assertThat(notice.get("byOther").asBoolean()).isTrue();
        assertThat(notice.has("contact")).isFalse();
        Map<String, Object> answer = Map.of("id", id, "acted", true, "words", "The sender is banned.");
        assertThat(ada.posts("answer", answer).statusCode()).isEqualTo(200);
        assertThat(ada.posts("answer", answer).statusCode()).isEqualTo(409);
        assertThat(ada.posts("notice", Map.of("id", id + 1)).statusCode()).isEqualTo(404);
        assertThat(notices.outcome(code).orElseThrow().answer()).isEqualTo("The sender is banned.");
        assertThat(ada.asks("queue", NOTHING).get("notices").isEmpty()).isTrue();
    }

    @Test
    void the_figures_count_what_was_done() throws Exception {
        reported("ann", Reason.HARASSMENT, "words");
        bans(ada, only(), "You went on.");
        JsonNode figures = ada.asks("figures", NOTHING);
        assertThat(figures.get("months").get(0).asString()).isEqualTo("2026-11");
        for (JsonNode row : figures.get("rows"))
            assertThat(row.get("values").get(0).asString())
                    .as(row.get("name").asString())
                    .isEqualTo(
                            switch (row.get("name").asString()) {
                                case "Reports", "Bans" -> "1";
                                case "Median time to a decision" -> "0 min";
                                default -> "0";
                            });
    }
}
