package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Report.Line;
import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Rule;
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
    static final BrowserId DAN = new BrowserId("dan-dddddddddddddddddd");
    static final RoomId ROOM = new RoomId("room-dddddddddddddddddd");

    static final String NOTE = "canary note: he would not stop\n\u001b[31m… 🐦";
    static final String WORDS = "canary words that were said 🐤";
    static final String FACTS = "canary facts: he insulted somebody";

    private Samples() {}

    static NetworkId networkOf(BrowserId browser) {
        return new NetworkId("net-of-" + browser.value());
    }

    static Party at(BrowserId browser) {
        return new Party(browser, networkOf(browser));
    }

    /// Ann's report about Ben.
    static Report report() {
        return report(ROOM, NOON);
    }

    static Report report(RoomId room, Instant created) {
        return report(room, at(ANN), at(BEN), Reason.HARASSMENT, created);
    }

    /// One with words, in a room of its own.
    static Report report(BrowserId reporter, BrowserId reported, Reason reason, Instant created) {
        RoomId room = new RoomId("room-" + reporter.value() + reported.value() + created.toEpochMilli());
        return report(room, at(reporter), at(reported), reason, created);
    }

    static Report report(RoomId room, Party reporter, Party reported, Reason reason, Instant created) {
        return new Report(
                created,
                reason,
                NOTE,
                room,
                Mode.VIDEO,
                Duration.ofSeconds(95),
                Side.A,
                reporter,
                reported,
                List.of(
                        new Line(Side.B, 1, NOON.minusSeconds(60), WORDS),
                        new Line(Side.A, 4, NOON.minusSeconds(50), "no")));
    }

    static Verdict verdict(Ruling ruling) {
        return new Verdict(ruling, Rule.HARASSMENT, FACTS);
    }
}
