package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What bad input gets: an answer that names what was wrong, and nobody else notices.
class BadInputTest extends WithServer {
    private Client ann;
    private Client bob;
    private String room = "";

    @BeforeEach
    void two_in_a_room() {
        ann = Client.open(port()).hello();
        bob = Client.open(port()).hello();
        ann.find("video").await("waiting");
        bob.find("video");
        room = ann.await("matched").path("room").stringValue();
        bob.await("matched");
    }

    /// Whatever happened to Ann, Bob heard nothing.
    @AfterEach
    void bob_noticed_nothing() {
        assertThat(bob.drain()).isEmpty();
        ann.close();
        bob.close();
    }

    private JsonNode refusedWith(String code) {
        JsonNode refused = ann.await("refused");
        assertThat(refused.path("code").stringValue()).isEqualTo(code);
        return refused;
    }

    private void goesOn() {
        ann.say("{'type':'ping'}").await("pong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type':'dance'} | unknown-type | dance",
                "{'type':'ping','loud':true} | unknown-field | loud",
                "{'type':'find','mode':7,'role':'chat','interests':[],'languages':[]} | invalid | mode",
                "{'type':'ping','type':'ping'} | malformed | ",
                "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]] | malformed | ",
                "null | malformed | ",
                "{'type' | malformed | ",
                "{'type':'chat','room':'short','line':1,'text':'x'} | invalid | room",
            })
    void a_message_that_is_none_is_refused_and_the_connection_goes_on(String json, String code, String named) {
        ann.say("%s", json);
        String detail = refusedWith(code).path("detail").stringValue();
        if (named != null) assertThat(detail).contains(named);
        goesOn();
    }

    @Test
    void words_and_descriptions_have_bounds_that_are_named() {
        ann.say("{'type':'chat','room':'%s','line':1,'text':'%s'}", room, "x".repeat(2_001));
        assertThat(refusedWith("invalid").path("detail").stringValue()).contains("text", "2000");
        ann.say("{'type':'offer','room':'%s','negotiation':1,'sdp':'v=0%s'}", room, "x".repeat(33_000));
        assertThat(refusedWith("invalid").path("detail").stringValue()).contains("sdp");
        goesOn();
    }

    @Test
    void a_message_over_64_kilobytes_closes_with_1009() {
        ann.send("{\"type\":\"ping\"" + " ".repeat(64 * 1024) + "}");
        assertThat(ann.closeCode()).isEqualTo(1009);
        bob.await("partner-away");
    }

    @Test
    void so_does_one_in_fragments() {
        byte[] part = " ".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        ann.frame(Client.TEXT, false, part);
        ann.frame(0, true, part);
        assertThat(ann.closeCode()).isEqualTo(1009);
        bob.await("partner-away");
    }

    @Test
    void a_message_in_fragments_is_put_together() {
        ann.frame(Client.TEXT, false, "{\"type\":".getBytes(StandardCharsets.UTF_8));
        ann.frame(0, true, "\"ping\"}".getBytes(StandardCharsets.UTF_8));
        ann.await("pong");
    }

    @Test
    void pings_are_answered_one_after_the_other_and_what_follows_is_heard() {
        for (int n = 0; n < 1_000; n++) ann.frame(Client.PING, true, new byte[] {1});
        goesOn();
    }

    @Test
    void what_is_not_utf8_closes_with_1007() {
        ann.frame(Client.TEXT, true, new byte[] {'"', (byte) 0xc3, 0x28, '"'});
        assertThat(ann.closeCode()).isEqualTo(1007);
        bob.await("partner-away");
    }

    @Test
    void a_binary_message_closes_with_1003() {
        ann.frame(Client.BINARY, true, new byte[] {1});
        assertThat(ann.closeCode()).isEqualTo(1003);
        bob.await("partner-away");
    }

    @Test
    void whoever_does_not_say_hello_first_is_told_and_closed() {
        try (Client rude = Client.open(port())) {
            rude.find("text");
            assertThat(rude.await("refused").path("code").stringValue()).isEqualTo("hello-first");
            assertThat(rude.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void a_second_hello_is_refused() {
        ann.say("{'type':'hello','versions':[1]}");
        refusedWith("hello-twice");
        goesOn();
    }

    @Test
    void versions_without_one_in_common_are_told_and_closed() {
        try (Client future = Client.open(port())) {
            future.say("{'type':'hello','versions':[2,3]}");
            assertThat(future.await("refused").path("code").stringValue()).isEqualTo("version");
            assertThat(future.closeCode()).isEqualTo(4003);
        }
    }

    @Test
    void an_invented_lane_is_told_and_closed() {
        try (Client curious = Client.open(port())) {
            curious.say("{'type':'hello','versions':[1],'lane':'anybody-home'}");
            assertThat(curious.await("refused").path("code").stringValue()).isEqualTo("unknown-lane");
            assertThat(curious.closeCode()).isEqualTo(4004);
        }
    }

    @Test
    void a_message_for_another_room_is_dropped_and_said_so() {
        ann.say("{'type':'chat','room':'%s','line':1,'text':'x'}", "A".repeat(22));
        refusedWith("other-room");
        ann.say("{'type':'next','room':'%s'}", "A".repeat(22));
        refusedWith("other-room");
        goesOn();
    }

    @Test
    void a_message_for_a_room_while_resting_is_dropped_and_said_so() {
        try (Client idle = Client.open(port()).hello()) {
            idle.say("{'type':'chat','room':'%s','line':1,'text':'x'}", room);
            assertThat(idle.await("refused").path("code").stringValue()).isEqualTo("other-room");
        }
    }

    @Test
    void find_in_a_conversation_is_refused() {
        ann.find("text");
        refusedWith("in-room");
    }

    @Test
    void the_65th_candidate_is_refused() {
        for (int n = 1; n <= 65; n++)
            ann.say("{'type':'candidate','room':'%s','negotiation':1,'candidate':'','sdpMid':'0'}", room);
        refusedWith("too-many-candidates");
        for (int n = 1; n <= 64; n++) bob.await("candidate");
    }

    @Test
    void media_has_no_place_in_a_text_conversation() {
        try (Client one = Client.open(port()).hello();
                Client other = Client.open(port()).hello()) {
            one.find("text").await("waiting");
            other.find("text").await("matched");
            String textRoom = one.await("matched").path("room").stringValue();
            one.say("{'type':'offer','room':'%s','negotiation':1,'sdp':'v=0'}", textRoom);
            assertThat(one.await("refused").path("code").stringValue()).isEqualTo("text-only");
        }
    }

    @Test
    void a_page_of_another_origin_is_turned_away_and_told_the_setting() throws IOException {
        assertThat(Client.handshake(port(), "https://elsewhere.example")).contains("403", "site.origins");
    }

    @Test
    void a_flood_of_mistakes_is_closed() {
        try (Client clumsy = Client.open(port()).hello()) {
            for (int n = 0; n < 40; n++) clumsy.send("{");
            assertThat(clumsy.closeCode()).isEqualTo(4005);
        }
    }

    @Test
    void too_many_lines_are_refused_with_the_time_to_wait() {
        try (Client one = Client.open(port()).hello();
                Client other = Client.open(port()).hello()) {
            one.find("text").await("waiting");
            other.find("text").await("matched");
            String textRoom = one.await("matched").path("room").stringValue();
            for (int line = 1; line <= 80; line++)
                one.say("{'type':'chat','room':'%s','line':%d,'text':'x'}", textRoom, line);
            JsonNode refused = one.await("refused");
            assertThat(refused.path("code").stringValue()).isEqualTo("too-fast");
            assertThat(refused.path("retryAfter").intValue()).isPositive();
        }
    }
}
