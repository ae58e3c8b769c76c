package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.config.Key;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Ann hides her address, and Bob's client tries everything. What stands in a candidate, one by one, is tested beside
/// `Candidates`; here, that nothing gets around it, over real sockets.
class PrivatePathTest extends WithServer {
    private static final String RELAY = "candidate:1 1 udp 1 198.51.100.7 50000 typ relay raddr 192.0.2.77 rport 5";
    private static final String RELAY_ALONE = "candidate:1 1 udp 1 198.51.100.7 50000 typ relay raddr 0.0.0.0 rport 9";
    /// Somebody's own address, in many dresses; all hold 192.0.2.77, 2001:db8::77, or a local name. (Tabs are no
    /// printable
    /// ASCII: the message is refused before anybody looks at it.)
    private static final List<String> TRICKS = List.of(
            "candidate:1 1 udp 2122260223 192.0.2.77 46243 typ host generation 0",
            "candidate:2 1 udp 1686052607 192.0.2.77 46243 typ srflx raddr 192.0.2.77 rport 46243",
            "candidate:3 1 udp 1686052607 192.0.2.77 46243 typ prflx",
            "candidate:4 1 tcp 1518280447 192.0.2.77 9 typ host tcptype active",
            "CANDIDATE:5 1 UDP 1 192.0.2.77 46243 TYP HOST",
            "candidate:6  1  udp 1  192.0.2.77 46243   typ  host",
            "candidate:7 1 udp 1 2001:db8::77 46243 typ host",
            "candidate:8 1 udp 1 1f9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.local 46243 typ host",
            "candidate:9 1 udp 1 192.0.2.77 46243 typ host typ relay",
            "candidate:9 1 tcp 1 192.0.2.77 46243 typ relay",
            "candidate:10 1 udp 1 192.0.2.77 46243 x-relay relay typ srflx",
            "a=candidate:11 1 udp 1 192.0.2.77 46243 typ host");
    private static final String SDP = String.join(
            "\\r\\n",
            "v=0",
            "o=- 1 2 IN IP4 192.0.2.77",
            "s=call 192.0.2.77",
            "c=IN IP6 2001:db8::77",
            "t=0 0",
            "a=group:BUNDLE 0",
            "m=audio 46243 UDP/TLS/RTP/SAVPF 111",
            "C=IN IP4 192.0.2.77",
            "a=rtcp:46243 IN IP4 192.0.2.77",
            "a=ice-ufrag:Wm2t",
            "a=mid:0",
            "a=remote-candidates:1 192.0.2.77 46243",
            "A=Candidate:1 1 udp 1 192.0.2.77 46243 typ host",
            "a=candidate:1 1 udp 1 198.51.100.7 50000 typ relay raddr 192.0.2.77 rport 5",
            "a=x-home:192.0.2.77",
            "");

    private Client ann;
    private Client bob;

    @Override
    Map<Key, String> more() throws Exception {
        Path secret = Files.writeString(data.resolve("secret"), "0123456789abcdef0123456789abcdef");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        return Map.of(Key.TURN_SECRET_FILE, secret.toString(), Key.TURN_URLS, "turn:turn.example.org:3478");
    }

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

    private static Client find(Client who, String mode, String path) {
        return who.say(
                "{'type':'find','mode':'%s','role':'chat','interests':[],'languages':[],'path':'%s'}", mode, path);
    }

    private String meet(String annsPath, String bobsPath) {
        find(ann, "video", annsPath).await("waiting");
        JsonNode toBob = find(bob, "video", bobsPath).await("matched");
        JsonNode toAnn = ann.await("matched");
        assertThat(toAnn.path("relayed")).isEqualTo(toBob.path("relayed"));
        return toAnn.path("room").stringValue();
    }

    private static void assertHidden(JsonNode message) {
        assertThat(message.toString())
                .doesNotContain("192.0.2.77")
                .doesNotContain("2001:db8")
                .doesNotContain(".local");
    }

    @ParameterizedTest
    @CsvSource({"direct,direct,false", "private,direct,true", "direct,private,true", "private,private,true"})
    void a_room_is_relayed_if_either_hides(String one, String other, boolean relayed) {
        find(ann, "video", one).await("waiting");
        find(bob, "video", other);
        assertThat(ann.await("matched").path("relayed").booleanValue()).isEqualTo(relayed);
        assertThat(bob.await("matched").path("relayed").booleanValue()).isEqualTo(relayed);
    }

    @Test
    void words_alone_show_no_address() {
        find(ann, "text", "private").await("waiting");
        find(bob, "text", "private");
        assertThat(ann.await("matched").path("relayed").booleanValue()).isFalse();
    }

    @Test
    void of_all_candidates_either_sends_only_a_relay_reaches_the_other() {
        String room = meet("private", "direct");
        tryAll(bob, ann, room);
        tryAll(ann, bob, room);
    }

    private static void tryAll(Client from, Client to, String room) {
        for (String trick : TRICKS)
            from.say("{'type':'candidate','room':'%s','negotiation':1,'candidate':'%s'}", room, trick);
        from.say("{'type':'candidate','room':'%s','negotiation':1,'candidate':'%s','sdpMid':'0'}", room, RELAY);
        assertThat(from.drain()).isEmpty();
        List<JsonNode> got = to.drain();
        assertThat(got).hasSize(1).allSatisfy(PrivatePathTest::assertHidden);
        assertThat(got.getFirst().path("candidate").stringValue()).isEqualTo(RELAY_ALONE);
        assertThat(got.getFirst().path("sdpMid").stringValue()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"offer", "answer"})
    void a_description_holds_relays_and_no_other_address(String kind) {
        String room = meet("direct", "private");
        for (Client from : List.of(ann, bob)) {
            Client to = from == ann ? bob : ann;
            from.say("{'type':'%s','room':'%s','negotiation':1,'sdp':'%s'}", kind, room, SDP);
            JsonNode description = to.await(kind);
            assertHidden(description);
            assertThat(description.path("sdp").stringValue())
                    .contains("a=" + RELAY_ALONE + "\r\n")
                    .contains("m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n")
                    .contains("a=ice-ufrag:Wm2t\r\n");
        }
    }

    @Test
    void a_deposit_made_for_anybody_is_cleaned_for_somebody_private() {
        find(ann, "video", "direct").await("waiting");
        ann.say("{'type':'deposit','n':1,'sdp':'%s'}", SDP).await("deposited");
        JsonNode toBob = find(bob, "video", "private").await("matched");
        assertThat(toBob.path("start").stringValue()).isEqualTo("theirs");
        assertHidden(toBob);
        assertThat(toBob.path("offer").stringValue()).contains("a=" + RELAY_ALONE);
    }

    @Test
    void in_a_direct_room_addresses_pass_and_the_candidates_of_this_machine_do_not_count_as_a_fault() {
        String room = meet("direct", "direct");
        for (String trick : TRICKS)
            ann.say("{'type':'candidate','room':'%s','negotiation':1,'candidate':'%s'}", room, trick);
        ann.say(
                "{'type':'candidate','room':'%s','negotiation':1,'candidate':'%s'}",
                room, "candidate:1 1 udp 1 169.254.169.254 80 typ host");
        assertThat(ann.drain()).isEmpty();
        assertThat(bob.drain())
                .hasSizeGreaterThan(5)
                .noneSatisfy(message -> assertThat(message.toString()).contains("169.254"));
    }

    @Test
    void it_stays_relayed_after_a_reload_and_after_a_restart() throws Exception {
        String room = meet("direct", "private");
        ann.vanish();
        bob.await("partner-away");
        Client back = Client.open(port()).hello(ann.resume(0, 0));
        assertThat(back.await("rejoined").path("relayed").booleanValue()).isTrue();
        restart();
        back.closeCode();
        bob.closeCode();
        try (Client annAgain = Client.open(port()).hello(back.resume(0, 0));
                Client bobAgain = Client.open(port()).hello(bob.resume(0, 0))) {
            assertThat(annAgain.await("rejoined").path("relayed").booleanValue())
                    .isTrue();
            assertThat(bobAgain.await("rejoined").path("relayed").booleanValue())
                    .isTrue();
            annAgain.await("partner-back");
            int negotiation = 1;
            annAgain.say(
                    "{'type':'candidate','room':'%s','negotiation':%d,'candidate':'%s'}",
                    room, negotiation, TRICKS.getFirst());
            assertThat(annAgain.drain()).isEmpty();
            assertThat(bobAgain.drain()).allSatisfy(PrivatePathTest::assertHidden);
            // and Bob, who chose it, keeps his choice for the next
            bobAgain.say("{'type':'next','room':'%s'}", room);
            annAgain.await("partner-left");
            find(annAgain, "video", "direct").await("waiting");
        }
    }

    @Test
    void the_choice_holds_for_the_next_and_can_be_changed_there() {
        String room = meet("private", "direct");
        try (Client carla = Client.open(port()).hello();
                Client dora = Client.open(port()).hello()) {
            ann.say("{'type':'next','room':'%s'}", room).await("waiting");
            find(carla, "video", "direct");
            JsonNode second = ann.await("matched");
            assertThat(second.path("relayed").booleanValue()).isTrue();

            ann.say(
                            "{'type':'next','room':'%s','path':'direct'}",
                            second.path("room").stringValue())
                    .await("waiting");
            find(dora, "video", "direct");
            assertThat(ann.await("matched").path("relayed").booleanValue()).isFalse();
        }
    }

    @Test
    void without_a_relay_it_is_not_offered_and_nobody_is_led_straight_instead() {
        assertThat(welcome().path("paths").toString()).isEqualTo("[\"direct\",\"private\"]");
        relaysWork(false);
        assertThat(welcome().path("paths").toString()).isEqualTo("[\"direct\"]");
        assertThat(ann.await("paths").path("paths").toString()).isEqualTo("[\"direct\"]");
        bob.await("paths");

        find(ann, "video", "private");
        assertThat(ann.await("refused").path("code").stringValue()).isEqualTo("no-path");
        ann.await("stopped");
        find(bob, "video", "direct").await("waiting");
        assertThat(ann.drain()).isEmpty();

        relaysWork(true);
        assertThat(ann.await("paths").path("paths").size()).isEqualTo(2);
        find(ann, "video", "private").await("matched");
    }

    @Test
    void when_the_last_relay_goes_next_leads_to_rest() {
        String room = meet("private", "direct");
        relaysWork(false);
        ann.say("{'type':'next','room':'%s'}", room);
        assertThat(ann.await("refused").path("code").stringValue()).isEqualTo("no-path");
        ann.await("stopped");
        bob.await("partner-left");
        find(bob, "video", "direct").await("waiting");
        assertThat(ann.drain()).isEmpty();
    }

    @Test
    void a_late_next_without_a_relay_ends_nothing() {
        String room = meet("private", "direct");
        relaysWork(false);
        ann.say("{'type':'next','room':'%s'}", "0".repeat(22));
        assertThat(ann.await("refused").path("code").stringValue()).isEqualTo("no-path");
        ann.say("{'type':'typing','room':'%s'}", room);
        bob.await("typing");
    }

    private JsonNode welcome() {
        try (Client client = Client.open(port())) {
            return client.say("{'type':'hello','versions':[1]}").await("welcome");
        }
    }
}
