package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Report.Line;
import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// People and reports for the tests.
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final BrowserId ANN = new BrowserId("ann-aaaaaaaaaaaaaaaaaa");
    static final BrowserId BEN = new BrowserId("ben-bbbbbbbbbbbbbbbbbb");
    static final BrowserId CAT = new BrowserId("cat-cccccccccccccccccc");
    static final RoomId ROOM = new RoomId("room-dddddddddddddddddd");

    static final String NOTE = "canary note: he would not stop\n\u001b[31m… 🐦";
    static final String WORDS = "canary words that were said 🐤";

    private Samples() {}

    static Party at(BrowserId browser) {
        return new Party(browser, new NetworkId("net-of-" + browser.value()));
    }

    /// Ann's report about Ben.
    static Report report() {
        return report(ROOM, NOON);
    }

    static Report report(RoomId room, Instant created) {
        return new Report(
                created,
                Reason.HARASSMENT,
                NOTE,
                room,
                Mode.VIDEO,
                Duration.ofSeconds(95),
                Side.A,
                at(ANN),
                at(BEN),
                List.of(
                        new Line(Side.B, 1, NOON.minusSeconds(60), WORDS),
                        new Line(Side.A, 4, NOON.minusSeconds(50), "no")));
    }
}
