package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.moderation.StoredReport;
import chat.passerby.signaling.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Reports over real sockets, with seals that hold and seals that do not.
class ReportTest extends WithServer {
    private Client ann;
    private Client bob;
    private String room = "";
    private JsonNode line;

    @BeforeEach
    void bob_says_something() {
        ann = Client.open(port()).hello();
        bob = Client.open(port()).hello();
        ann.find("text").await("waiting");
        bob.find("text");
        room = ann.await("matched").path("room").stringValue();
        bob.await("matched");
        bob.say("{'type':'chat','room':'%s','line':1,'text':'something rude'}", room);
        line = ann.await("chat");
    }

    @AfterEach
    void go_home() {
        ann.close();
        bob.close();
    }

    private Client report(String text, String from) {
        return ann.say(
                "{'type':'report','room':'%s','reason':'harassment','lines':[{'from':'%s','line':1,'at':%d,'text':'%s',"
                        + "'seal':'%s'}],'frame':false}",
                room, from, line.path("at").longValue(), text, line.path("seal").stringValue());
    }

    private String refusal() {
        return ann.await("refused").path("code").stringValue();
    }

    @Test
    void a_report_ends_the_room_is_stored_and_gets_a_receipt() throws Exception {
        report("something rude", "b");
        assertThat(ann.await("reported").path("receipt").stringValue()).isNotBlank();
        assertThat(bob.await("partner-left").path("reason").stringValue()).isEqualTo("left");
        stop();
        try (Store store = Store.open(data)) {
            StoredReport stored = TestHouse.cases(store, data).newest(10).getFirst();
            assertThat(stored.report().lines()).hasSize(1);
            assertThat(stored.report().lines().getFirst().text()).isEqualTo("something rude");
        }
    }

    @Test
    void an_edited_line_is_refused_and_nothing_ends() {
        report("something ruder", "b");
        assertThat(refusal()).isEqualTo("bad-seal");
        assertThat(bob.drain()).noneMatch(m -> m.path("type").stringValue().equals("partner-left"));
    }

    @Test
    void so_is_a_line_put_into_the_others_mouth() {
        report("something rude", "a");
        assertThat(refusal()).isEqualTo("bad-seal");
    }

    @Test
    void a_second_report_of_one_conversation_is_refused() {
        report("something rude", "b");
        ann.await("reported");
        report("something rude", "b");
        assertThat(refusal()).isEqualTo("reported");
    }

    @Test
    void a_conversation_can_be_reported_after_its_end_and_nobody_is_disturbed() {
        ann.say("{'type':'stop'}").await("stopped");
        report("something rude", "b");
        ann.await("reported");
        assertThat(ann.drain()).isEmpty();
    }

    @Test
    void a_stranger_to_the_room_cannot_report_or_block_it() {
        try (Client carla = Client.open(port()).hello()) {
            carla.say("{'type':'report','room':'%s','reason':'spam','lines':[],'frame':false}", room);
            assertThat(carla.await("refused").path("code").stringValue()).isEqualTo("unknown-room");
            carla.say("{'type':'block','room':'%s'}", room);
            assertThat(carla.await("refused").path("code").stringValue()).isEqualTo("unknown-room");
        }
        assertThat(bob.drain()).noneMatch(m -> m.path("type").stringValue().equals("partner-left"));
    }

    @Test
    void a_block_holds_across_a_restart() throws Exception {
        ann.say("{'type':'block','room':'%s'}", room).await("blocked");
        restart();
        String annKey = ",'browserKey':'" + ann.browserKey + "'";
        String bobKey = ",'browserKey':'" + bob.browserKey + "'";
        try (Client annAgain = Client.open(port()).hello(annKey);
                Client bobAgain = Client.open(port()).hello(bobKey)) {
            annAgain.find("text").await("waiting");
            bobAgain.find("text").await("waiting");
            assertThat(annAgain.drain()).isEmpty();
        }
    }
}
