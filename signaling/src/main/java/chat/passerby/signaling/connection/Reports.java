package chat.passerby.signaling.connection;

import chat.passerby.signaling.lobby.Command;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.SealedLine;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.room.RoomRecord;
import chat.passerby.signaling.room.Rooms;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.Session;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports and blocks: checked against the room's record and the lines' seals. The two part before anything is stored,
/// and do not meet again even where it cannot be. Any thread.
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final int MOST = 200_000;

    private record Once(RoomId room, BrowserId reporter) {}

    private final House house;
    private final LobbyLoop lobby;
    /// Who reported which room, as long as they could again.
    private final Cache<Once, Boolean> reported = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Rooms.REMEMBERED)
            .build();

    Reports(House house, LobbyLoop lobby) {
        this.house = house;
        this.lobby = lobby;
    }

    void report(Connection from, Session reporter, ClientMessage.Report report) {
        RoomRecord record = house.rooms().record(new RoomId(report.room()));
        Side side = record == null ? null : record.sideOf(reporter.browser());
        if (record == null || side == null) {
            refuse(from, Refusal.UNKNOWN_ROOM, "report");
            return;
        }
        for (SealedLine line : report.lines()) {
            if (house.seals().holds(record.room(), line)) continue;
            refuse(from, Refusal.BAD_SEAL, "report");
            return;
        }
        Once once = new Once(record.room(), reporter.browser());
        if (reported.asMap().putIfAbsent(once, true) != null) {
            refuse(from, Refusal.REPORTED, "report");
            return;
        }
        sever(reporter, record, side);
        try {
            String receipt = house.moderation().report(report, record, side);
            Counter.REPORTED.increment();
            from.send(new ServerMessage.Reported(report.room(), receipt));
        } catch (Moderation.Unavailable e) {
            LOG.error("A report could not be stored: {}", e.getMessage());
            reported.invalidate(once);
            refuse(from, Refusal.STORAGE, "report");
        }
    }

    void block(Connection from, Session blocker, ClientMessage.Block block) {
        RoomRecord record = house.rooms().record(new RoomId(block.room()));
        Side side = record == null ? null : record.sideOf(blocker.browser());
        if (record == null || side == null) {
            refuse(from, Refusal.UNKNOWN_ROOM, "block");
            return;
        }
        sever(blocker, record, side);
        Counter.BLOCKED.increment();
        from.send(new ServerMessage.Blocked(block.room()));
    }

    private void sever(Session visitor, RoomRecord record, Side side) {
        BrowserId other = record.sitter(side.other()).browser();
        lobby.submit(new Command.Sever(visitor.visitor(), record.room(), other));
        house.moderation().block(visitor.browser(), other);
    }

    private static void refuse(Connection to, Refusal refusal, String about) {
        to.refuse(refusal, about, Words.why(refusal), null);
    }
}
