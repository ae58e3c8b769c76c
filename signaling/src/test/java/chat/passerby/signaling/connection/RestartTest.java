package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A conversation outlives the process.
class RestartTest extends WithServer {
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

    private Client back(Client before, int received, int negotiation) {
        return Client.open(port()).hello(before.resume(received, negotiation));
    }

    @Test
    void both_come_back_to_their_room_and_no_line_is_lost_or_doubled() throws Exception {
        for (int line = 1; line <= 3; line++) ann.say("{'type':'chat','room':'%s','line':%d,'text':'x'}", room, line);
        for (int line = 1; line <= 3; line++) bob.await("chat");
        restart();
        assertThat(ann.closeCode()).isEqualTo(1012);
        try (Client annBack = back(ann, 0, 1);
                Client bobBack = back(bob, 2, 1)) {
            JsonNode rejoined = annBack.await("rejoined");
            assertThat(rejoined.path("room").stringValue()).isEqualTo(room);
            assertThat(rejoined.path("side").stringValue()).isEqualTo("a");
            assertThat(rejoined.has("line")).isFalse();
            assertThat(bobBack.await("rejoined").path("negotiation").intValue()).isEqualTo(1);
            assertThat(annBack.await("partner-back").path("received").intValue())
                    .isEqualTo(2);
            for (int line = 2; line <= 4; line++)
                annBack.say("{'type':'chat','room':'%s','line':%d,'text':'x'}", room, line);
            assertThat(bobBack.await("chat").path("line").intValue()).isEqualTo(3);
            assertThat(bobBack.await("chat").path("line").intValue()).isEqualTo(4);
        }
    }

    @Test
    void everybody_hears_of_it() throws Exception {
        List<Client> crowd =
                Stream.generate(() -> Client.open(port()).hello()).limit(550).toList();
        restart();
        assertThat(crowd).allSatisfy(client -> assertThat(client.closeCode()).isEqualTo(1012));
    }

    @Test
    void the_media_start_afresh_where_one_of_them_lost_theirs() throws Exception {
        restart();
        try (Client annBack = back(ann, 0, 0);
                Client bobBack = back(bob, 0, 1)) {
            int first = annBack.await("rejoined").path("negotiation").intValue();
            int second = bobBack.await("rejoined").path("negotiation").intValue();
            assertThat(second).isGreaterThan(1).isNotEqualTo(first);
            assertThat(annBack.await("partner-back").path("negotiation").intValue())
                    .isEqualTo(second);
        }
    }

    @Test
    void the_first_back_keeps_the_partners_seat_and_wishes_of_their_own() throws Exception {
        restart();
        try (Client annBack = back(ann, 0, 1)) {
            assertThat(annBack.await("rejoined").path("here").booleanValue()).isFalse();
            annBack.say("{'type':'next','room':'%s'}", room).await("waiting");
            try (Client bobBack = back(bob, 0, 1)) {
                assertThat(bobBack.await("no-room").path("reason").stringValue())
                        .isEqualTo("ended");
            }
        }
    }

    @Test
    void a_ticket_is_good_once() throws Exception {
        restart();
        try (Client annBack = back(ann, 0, 1)) {
            annBack.await("rejoined");
            annBack.say("{'type':'ping'}").await("pong");
            try (Client thief = back(ann, 0, 1)) {
                assertThat(thief.await("no-room").path("reason").stringValue()).isEqualTo("used");
            }
        }
    }

    @Test
    void a_ticket_is_no_good_with_another_token_or_browser() throws Exception {
        restart();
        String stolen = ann.ticket;
        ann.ticket = bob.ticket;
        try (Client thief = back(ann, 0, 1)) {
            assertThat(thief.await("no-room").path("reason").stringValue()).isEqualTo("invalid");
        }
        ann.ticket = stolen;
        ann.browserKey = bob.browserKey;
        try (Client thief = back(ann, 0, 1)) {
            assertThat(thief.await("no-room").path("reason").stringValue()).isEqualTo("invalid");
        }
    }

    @Test
    void a_room_that_ended_before_the_stop_does_not_stand_again() throws Exception {
        String ticket = ann.ticket;
        ann.say("{'type':'stop'}").drain();
        bob.await("partner-left");
        restart();
        ann.ticket = ticket;
        try (Client annBack = back(ann, 0, 1)) {
            assertThat(annBack.await("no-room").path("reason").stringValue()).isEqualTo("ended");
        }
    }
}
