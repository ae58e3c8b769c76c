package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.moderation.DecisionId;
import chat.passerby.signaling.moderation.Ruling;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Ann reports Bob, and a moderator decides: what Bob hears of it, and where it keeps him out.
class SentAwayTest extends WithServer {
    private static final String HOME = "127.0.1.1";
    private static final String ELSEWHERE = "127.0.2.1";
    private static final Ruling BAN = new Ruling.Ban(Bench.DAY, false);

    private Client ann;
    private Client bob;
    private Bench bench;

    @BeforeEach
    void ann_meets_bob_and_reports_him() throws Exception {
        bench = bench();
        ann = Client.open(port(), "127.0.3.1").hello();
        bob = Client.open(port(), HOME).hello();
        String room = meet(ann, bob);
        ann.say("{'type':'report','room':'%s','reason':'harassment','lines':[],'frame':false}", room)
                .await("reported");
        bob.await("partner-left");
        ann.say("{'type':'stop'}").await("stopped");
    }

    @AfterEach
    void go_home() {
        ann.close();
        bob.close();
    }

    private static String meet(Client one, Client other) {
        one.find("video").await("waiting");
        other.find("video");
        other.await("matched");
        return one.await("matched").path("room").stringValue();
    }

    private String keyOf(Client who) {
        return ",'browserKey':'" + who.browserKey + "'";
    }

    /// The reasons that somebody gets who may not come in.
    private static JsonNode turnedAway(Client client, String more) {
        client.say("{'type':'hello','versions':[1]%s}", more);
        JsonNode judged = client.next();
        assertThat(judged.path("type").stringValue()).isEqualTo("judged");
        JsonNode evicted = client.next();
        assertThat(evicted.path("type").stringValue()).isEqualTo("evicted");
        assertThat(evicted.path("reason").stringValue()).isEqualTo("moderation");
        assertThat(client.closeCode()).isEqualTo(4006);
        return judged.path("statement");
    }

    private JsonNode turnedAway(String source, String more) {
        try (Client client = Client.open(port(), source)) {
            return turnedAway(client, more);
        }
    }

    /// They are not told why somebody else must stay away.
    private void sharesTheNetwork(Client client) {
        JsonNode next = client.next();
        assertThat(next.path("type").stringValue()).isEqualTo("evicted");
        assertThat(next.path("reason").stringValue()).isEqualTo("network");
        assertThat(client.closeCode()).isEqualTo(4006);
    }

    private void welcome(String source, String more) {
        try (Client client = Client.open(port(), source)) {
            client.say("{'type':'hello','versions':[1]%s}", more);
            assertThat(client.next().path("type").stringValue()).isIn("welcome", "refused");
            assertThat(client.drain())
                    .noneMatch(m -> m.path("type").stringValue().equals("judged"));
        }
    }

    @Test
    void a_ban_reaches_who_rests_with_its_reasons_and_shows_them_out() throws Exception {
        bench.decide(BAN);
        JsonNode statement = bob.await("judged").path("statement");
        assertThat(statement.path("measure").stringValue()).isEqualTo("ban");
        assertThat(statement.path("rule").stringValue()).isEqualTo("harassment");
        assertThat(statement.path("facts").stringValue()).isEqualTo(Bench.FACTS);
        assertThat(statement.path("automatic").booleanValue()).isFalse();
        assertThat(statement.path("appeal").stringValue()).isEqualTo("open");
        assertThat(statement.path("until").longValue()
                        - statement.path("decided").longValue())
                .isEqualTo(Bench.DAY.toMillis());
        assertThat(bob.await("evicted").path("reason").stringValue()).isEqualTo("moderation");
        assertThat(bob.closeCode()).isEqualTo(4006);
    }

    @Test
    void it_holds_at_a_reload_a_new_tab_a_new_session_and_on_another_network() throws Exception {
        bench.decide(BAN);
        bob.closeCode();
        JsonNode again = turnedAway(HOME, bob.resume(0, 0));
        assertThat(turnedAway(HOME, keyOf(bob))).isEqualTo(again);
        assertThat(turnedAway(ELSEWHERE, keyOf(bob))).isEqualTo(again);
        welcome(HOME, keyOf(ann));
        welcome(HOME, "");
    }

    @Test
    void it_holds_after_a_restart_for_a_session_and_for_a_room_ticket() throws Exception {
        try (Client carla = Client.open(port()).hello()) {
            meet(carla, bob);
            bob.vanish();
            carla.await("partner-away");
            bench.decide(BAN);
            assertThat(carla.await("partner-left").path("reason").stringValue()).isEqualTo("ended");
        }
        restart();
        assertThat(bob.ticket).isNotNull();
        turnedAway(HOME, bob.resume(0, 0));
        turnedAway(HOME, keyOf(bob));
    }

    @Test
    void a_ticket_for_a_room_that_still_stands_does_not_lead_back_either() throws Exception {
        try (Client carla = Client.open(port()).hello()) {
            meet(carla, bob);
            restart();
            carla.closeCode();
            bench().decide(BAN);
            turnedAway(HOME, bob.resume(0, 0));
            try (Client back = Client.open(port()).hello(carla.resume(0, 0))) {
                assertThat(back.await("rejoined").path("here").booleanValue()).isFalse();
            }
        }
    }

    @Test
    void in_the_middle_of_a_call_the_partner_is_told_that_it_was_ended() throws Exception {
        try (Client carla = Client.open(port()).hello()) {
            meet(carla, bob);
            bench.decide(new Ruling.CoolDown(Duration.ofMinutes(30)));
            JsonNode statement = bob.await("judged").path("statement");
            assertThat(statement.path("measure").stringValue()).isEqualTo("cool-down");
            bob.await("evicted");
            assertThat(bob.closeCode()).isEqualTo(4006);
            assertThat(carla.await("partner-left").path("reason").stringValue()).isEqualTo("ended");
            try (Client dora = Client.open(port()).hello()) {
                meet(carla, dora);
            }
        }
    }

    @Test
    void who_waits_is_out_of_the_line_in_every_tab() throws Exception {
        try (Client secondTab = Client.open(port(), ELSEWHERE).hello(keyOf(bob))) {
            bob.find("text").await("waiting");
            secondTab.find("text").await("waiting");
            bench.decide(BAN);
            for (Client tab : new Client[] {bob, secondTab}) {
                tab.await("judged");
                assertThat(tab.closeCode()).isEqualTo(4006);
            }
            ann.find("text").await("waiting");
            assertThat(ann.drain()).isEmpty();
        }
    }

    @Test
    void a_network_ban_shuts_out_everybody_there_and_nobody_else() throws Exception {
        try (Client neighbour = Client.open(port(), "127.0.1.9").hello()) {
            bench.decide(new Ruling.Ban(Bench.DAY, true));
            assertThat(bob.closeCode()).isEqualTo(4006);
            sharesTheNetwork(neighbour);
            try (Client again = Client.open(port(), HOME)) {
                again.say("{'type':'hello','versions':[1]%s}", keyOf(neighbour));
                sharesTheNetwork(again);
            }
            turnedAway(HOME, keyOf(bob));
            welcome(ELSEWHERE, keyOf(neighbour));
            turnedAway(ELSEWHERE, keyOf(bob));
        }
    }

    @Test
    void a_lifted_ban_lifts_at_once_by_undoing_and_by_appeal() throws Exception {
        DecisionId first = bench.decide(BAN);
        turnedAway(HOME, keyOf(bob));
        bench.undo(first);
        welcome(HOME, keyOf(bob));

        DecisionId second = bench.decide(BAN);
        JsonNode statement = turnedAway(HOME, keyOf(bob));
        try (Post post = new Post(port())) {
            post.json(
                    "appeal",
                    "{'code':'%s','text':'not me'}",
                    statement.path("code").stringValue());
        }
        assertThat(turnedAway(HOME, keyOf(bob)).path("appeal").stringValue()).isEqualTo("made");
        bench.answer(second, true);
        welcome(HOME, keyOf(bob));
    }

    @Test
    void it_ends_by_itself() throws Exception {
        bench.decide(new Ruling.CoolDown(Duration.ofMinutes(1)));
        JsonNode statement = turnedAway(HOME, keyOf(bob));
        long end = statement.path("until").longValue();
        assertThat(end - Clock.wall()).isBetween(1L, 60_000L);
    }

    @Test
    void a_warning_is_told_after_welcome_until_it_is_noted() throws Exception {
        bench.decide(new Ruling.Warn());
        JsonNode statement = bob.await("judged").path("statement");
        assertThat(statement.path("measure").stringValue()).isEqualTo("warn");
        assertThat(statement.has("until")).isFalse();
        bob.find("text").await("waiting");
        bob.vanish();

        try (Client tab = Client.open(port(), HOME).hello(keyOf(bob))) {
            assertThat(tab.await("judged").path("statement")).isEqualTo(statement);
            tab.say("{'type':'noted','code':'%s'}", statement.path("code").stringValue());
            assertThat(tab.drain()).isEmpty();
        }
        welcome(HOME, keyOf(bob));
    }

    @Test
    void nobody_notes_the_warning_of_somebody_else() throws Exception {
        bench.decide(new Ruling.Warn());
        String code = bob.await("judged").path("statement").path("code").stringValue();
        ann.say("{'type':'noted','code':'%s'}", code);
        ann.say("{'type':'noted','code':'nonsense'}");
        assertThat(ann.drain()).isEmpty();
        bob.vanish();
        try (Client tab = Client.open(port(), HOME).hello(keyOf(bob))) {
            tab.await("judged");
        }
    }

    @Test
    void a_dismissal_is_told_to_nobody() throws Exception {
        bench.decide(new Ruling.Dismiss());
        assertThat(bob.drain()).isEmpty();
        welcome(HOME, keyOf(bob));
    }
}
