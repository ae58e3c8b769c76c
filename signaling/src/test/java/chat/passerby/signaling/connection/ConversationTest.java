package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two strangers over real sockets.
class ConversationTest extends WithServer {
    private Client ann;
    private Client bob;

    @BeforeEach
    void two_strangers() {
        ann = Client.open(port()).hello();
        bob = Client.open(port()).hello();
    }

    @AfterEach
    void go_home() {
        ann.close();
        bob.close();
    }

    private String meet(String mode) {
        ann.find(mode).await("waiting");
        bob.find(mode);
        String room = ann.await("matched").path("room").stringValue();
        assertThat(bob.await("matched").path("room").stringValue()).isEqualTo(room);
        return room;
    }

    @Test
    void they_are_paired_and_told_of_each_other() {
        ann.find("text").await("waiting");
        bob.find("text");
        JsonNode toAnn = ann.await("matched");
        JsonNode toBob = bob.await("matched");
        assertThat(toAnn.path("room")).isEqualTo(toBob.path("room"));
        assertThat(toAnn.path("side").stringValue()).isEqualTo("a");
        assertThat(toBob.path("side").stringValue()).isEqualTo("b");
        assertThat(toAnn.path("polite").booleanValue())
                .isNotEqualTo(toBob.path("polite").booleanValue());
        assertThat(toAnn.path("partner")).isNotEqualTo(toBob.path("partner"));
        assertThat(toAnn.has("iceServers")).isFalse();
    }

    @Test
    void lines_arrive_sealed_and_are_acknowledged() {
        String room = meet("text");
        ann.say("{'type':'chat','room':'%s','line':1,'text':'hello there'}", room);
        JsonNode line = bob.await("chat");
        assertThat(line.path("text").stringValue()).isEqualTo("hello there");
        assertThat(ann.await("sealed").path("seal")).isEqualTo(line.path("seal"));
        bob.say("{'type':'received','room':'%s','line':1}", room);
        assertThat(ann.await("received").path("line").intValue()).isEqualTo(1);
    }

    @Test
    void a_line_said_again_is_not_passed_again_and_a_gap_is_refused() {
        String room = meet("text");
        for (int line : new int[] {1, 1, 3}) ann.say("{'type':'chat','room':'%s','line':%d,'text':'x'}", room, line);
        assertThat(ann.await("refused").path("code").stringValue()).isEqualTo("line-gap");
        assertThat(bob.drain()).hasSize(1);
    }

    @Test
    void next_tells_the_partner_and_finds_somebody_else() {
        String room = meet("text");
        ann.say("{'type':'next','room':'%s'}", room);
        ann.await("waiting");
        assertThat(bob.await("partner-left").path("reason").stringValue()).isEqualTo("left");
        try (Client carla = Client.open(port()).hello()) {
            carla.find("text");
            assertThat(carla.await("matched").path("room"))
                    .isEqualTo(ann.await("matched").path("room"));
        }
    }

    @Test
    void both_may_press_next_at_once() {
        String room = meet("text");
        ann.say("{'type':'next','room':'%s'}", room);
        bob.say("{'type':'next','room':'%s'}", room);
        ann.await("waiting");
        bob.await("waiting");
    }

    @Test
    void a_deposited_offer_travels_with_the_match() {
        ann.find("video");
        assertThat(ann.await("waiting").has("iceServers")).isTrue();
        ann.say("{'type':'deposit','n':1,'sdp':'v=0'}").await("deposited");
        bob.find("video");
        JsonNode toBob = bob.await("matched");
        assertThat(toBob.path("start").stringValue()).isEqualTo("theirs");
        assertThat(toBob.path("offer").stringValue()).isEqualTo("v=0\r\n");
        JsonNode toAnn = ann.await("matched");
        assertThat(toAnn.path("start").stringValue()).isEqualTo("mine");
        assertThat(toAnn.path("n").intValue()).isEqualTo(1);
        assertThat(toAnn.has("offer")).isFalse();
        bob.say("{'type':'answer','room':'%s','negotiation':1,'sdp':'v=0'}", room(toBob));
        ann.await("answer");
    }

    private static String room(JsonNode matched) {
        return matched.path("room").stringValue();
    }

    @Test
    void a_deposit_after_the_match_is_weather() {
        meet("video");
        ann.say("{'type':'deposit','n':1,'sdp':'v=0'}");
        assertThat(ann.drain()).isEmpty();
    }

    @Test
    void a_deposit_in_the_line_for_text_reaches_nobody() {
        ann.find("text").await("waiting");
        ann.say("{'type':'deposit','n':1,'sdp':'v=0'}");
        assertThat(ann.drain()).isEmpty();
        bob.find("text");
        JsonNode toBob = bob.await("matched");
        assertThat(toBob.path("start").stringValue()).isEqualTo("none");
        assertThat(toBob.has("offer")).isFalse();
        ann.await("matched");
    }

    @Test
    void a_lost_socket_is_waited_for_and_every_line_arrives_once() {
        String room = meet("text");
        ann.say("{'type':'chat','room':'%s','line':1,'text':'one'}", room);
        bob.await("chat");
        bob.vanish();
        ann.await("partner-away");
        ann.say("{'type':'chat','room':'%s','line':2,'text':'two'}", room);
        try (Client back = Client.open(port())) {
            back.hello(bob.resume(1, 0));
            assertThat(back.await("rejoined").path("here").booleanValue()).isTrue();
            assertThat(ann.await("partner-back").path("received").intValue()).isEqualTo(1);
            ann.say("{'type':'chat','room':'%s','line':2,'text':'two'}", room);
            assertThat(back.await("chat").path("line").intValue()).isEqualTo(2);
        }
    }

    @Test
    void a_reload_starts_the_media_afresh_and_a_cut_does_not() {
        meet("video");
        bob.vanish();
        ann.await("partner-away");
        Client kept = Client.open(port()).hello(bob.resume(0, 1));
        assertThat(kept.await("rejoined").path("negotiation").intValue()).isEqualTo(1);
        assertThat(ann.await("partner-back").path("negotiation").intValue()).isEqualTo(1);
        kept.vanish();
        try (Client reloaded = Client.open(port()).hello(kept.resume(0, 0))) {
            assertThat(reloaded.await("rejoined").path("negotiation").intValue())
                    .isEqualTo(2);
            ann.await("partner-away");
            assertThat(ann.await("partner-back").path("negotiation").intValue()).isEqualTo(2);
        }
    }

    @Test
    void signals_of_another_negotiation_are_dropped() {
        String room = meet("video");
        ann.say("{'type':'offer','room':'%s','negotiation':2,'sdp':'v=0'}", room);
        ann.say("{'type':'offer','room':'%s','negotiation':1,'sdp':'v=0'}", room);
        ann.drain();
        assertThat(bob.drain()).hasSize(1);
    }

    @Test
    void a_session_resumed_elsewhere_closes_the_older_connection() {
        String room = meet("text");
        try (Client elsewhere = Client.open(port()).hello(ann.resume(0, 0))) {
            elsewhere.await("rejoined");
            assertThat(ann.closeCode()).isEqualTo(4001);
            bob.say("{'type':'chat','room':'%s','line':1,'text':'still here?'}", room);
            elsewhere.await("chat");
        }
    }

    /// As a replaced tab does when the visitor says "use here".
    private static Client takesBack(Client replaced, int port) {
        replaced.token = replaced.await("replaced").path("token").stringValue();
        assertThat(replaced.closeCode()).isEqualTo(4001);
        Client again = Client.open(port);
        again.hello(replaced.resume(0, 0));
        return again;
    }

    private static Client at(int port, Client tab) {
        return Client.open(port).hello(tab.resume(0, 0));
    }

    private static void says(Client from, String room, int line, Client to) {
        from.say("{'type':'chat','room':'%s','line':%d,'text':'x'}", room, line);
        assertThat(to.await("chat").path("line").intValue()).isEqualTo(line);
    }

    @Test
    void a_replaced_tab_takes_the_conversation_back_and_the_other_is_replaced_in_turn() {
        String room = meet("text");
        says(ann, room, 1, bob);
        try (Client other = at(port(), ann)) {
            assertThat(other.await("rejoined").path("line").intValue()).isEqualTo(1);
            says(other, room, 2, bob);
            says(bob, room, 1, other);
            try (Client back = takesBack(ann, port())) {
                assertThat(back.await("rejoined").path("line").intValue()).isEqualTo(2);
                says(back, room, 3, bob);
                says(bob, room, 1, back);
                says(bob, room, 2, back);
                try (Client atLast = takesBack(other, port())) {
                    assertThat(atLast.await("rejoined").path("line").intValue()).isEqualTo(3);
                    says(atLast, room, 4, bob);
                }
            }
        }
    }

    @Test
    void a_spare_token_is_refused_once_it_was_used() {
        meet("text");
        try (Client other = at(port(), ann)) {
            other.say("{'type':'ping'}").await("pong");
            try (Client back = takesBack(ann, port())) {
                back.say("{'type':'ping'}").await("pong");
                ann.ticket = null;
                try (Client thief = Client.open(port())) {
                    thief.say("{'type':'hello','versions':[1]%s}", ann.resume(0, 0));
                    assertThat(thief.await("refused").path("code").stringValue())
                            .isEqualTo("unknown-token");
                }
            }
        }
    }

    @Test
    void the_token_before_the_last_is_good_until_the_new_one_was_used() {
        meet("text");
        ann.vanish();
        bob.await("partner-away");
        Client unlucky = Client.open(port());
        unlucky.hello(ann.resume(0, 0));
        unlucky.vanish();
        try (Client again = Client.open(port()).hello(ann.resume(0, 0))) {
            again.await("rejoined");
        }
    }

    @Test
    void a_used_token_is_refused_and_a_fresh_session_follows() {
        ann.find("text").await("waiting");
        ann.vanish();
        Client back = Client.open(port()).hello(ann.resume(0, 0));
        back.await("waiting");
        back.say("{'type':'ping'}").await("pong");
        try (Client thief = Client.open(port())) {
            thief.say("{'type':'hello','versions':[1]%s}", ann.resume(0, 0));
            assertThat(thief.await("refused").path("code").stringValue()).isEqualTo("unknown-token");
            assertThat(thief.await("welcome").path("resumed").booleanValue()).isFalse();
        } finally {
            back.close();
        }
    }

    @Test
    void a_tab_of_the_same_browser_is_never_the_partner() {
        ann.find("text").await("waiting");
        try (Client tab = Client.open(port()).hello(",'browserKey':'" + ann.browserKey + "'")) {
            tab.find("text").await("waiting");
            bob.find("text").await("matched");
        }
    }

    @Test
    void a_lane_is_a_world_of_its_own() {
        ann.find("text").await("waiting");
        try (Client one = Client.open(port()).hello(",'lane':'" + LANE + "'");
                Client other = Client.open(port()).hello(",'lane':'" + LANE + "'")) {
            one.find("text").await("waiting");
            other.find("text").await("matched");
            assertThat(ann.drain()).isEmpty();
        }
    }

    @Test
    void a_blocked_pair_never_meets_again() {
        String room = meet("text");
        ann.say("{'type':'block','room':'%s'}", room);
        ann.await("blocked");
        bob.await("partner-left");
        bob.find("text").await("waiting");
        assertThat(ann.drain())
                .allMatch(message -> message.path("type").stringValue().equals("waiting"));
    }
}
