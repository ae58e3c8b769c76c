package chat.passerby.signaling.connection;

import chat.passerby.signaling.lobby.Command;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.moderation.Code;
import chat.passerby.signaling.moderation.Filed;
import chat.passerby.signaling.moderation.PastRoom;
import chat.passerby.signaling.moderation.Report;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.SealedLine;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.room.Rooms;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.Session;
import chat.passerby.signaling.store.StorageException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports and blocks: checked against the room's record and the lines' seals. The two part before anything is stored,
/// and do not meet again even where it cannot be. Any thread; it may wait for the disk.
final class Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final int MOST = 200_000;

    private record Once(RoomId room, BrowserId reporter) {}

    private final House house;
    private final LobbyLoop lobby;
    /// Who reported which room, as long as they could again.
    private final Cache<Once, Boolean> reported = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Rooms.REMEMBERED)
            .build();

    Complaints(House house, LobbyLoop lobby) {
        this.house = house;
        this.lobby = lobby;
    }

    void report(Connection from, Session reporter, ClientMessage.Report report) {
        PastRoom room = house.rooms().record(new RoomId(report.room()));
        Side side = room == null ? null : room.sideOf(reporter.browser());
        if (room == null || side == null) {
            refuse(from, Refusal.UNKNOWN_ROOM, "report");
        } else if (!report.lines().stream().allMatch(line -> house.seals().holds(room.room(), line))) {
            refuse(from, Refusal.BAD_SEAL, "report");
        } else if (reported.asMap().putIfAbsent(new Once(room.room(), reporter.browser()), true) != null) {
            refuse(from, Refusal.REPORTED, "report");
        } else {
            part(reporter, room, side);
            store(from, report, room, side);
        }
    }

    private void store(Connection from, ClientMessage.Report report, PastRoom room, Side side) {
        try {
            Instant now = Instant.ofEpochMilli(Clock.wall());
            Filed filed = house.cases().file(complaint(report, room, side, now), report.frame(), now);
            Counter.REPORTED.increment();
            @Nullable Code upload = filed.upload();
            from.send(new ServerMessage.Reported(
                    report.room(), filed.receipt().text(), upload == null ? null : upload.text()));
        } catch (StorageException e) {
            LOG.error("A report could not be stored. {}", e.getMessage());
            reported.invalidate(new Once(room.room(), room.at(side).browser()));
            refuse(from, Refusal.STORAGE, "report");
        }
    }

    private static Report complaint(ClientMessage.Report report, PastRoom room, Side side, Instant now) {
        List<Report.Line> lines = report.lines().stream().map(Complaints::line).toList();
        return new Report(
                now,
                report.reason(),
                report.note(),
                room.room(),
                room.mode(),
                Duration.between(room.started(), room.ended()),
                side,
                room.at(side),
                room.at(side.other()),
                lines);
    }

    private static Report.Line line(SealedLine line) {
        return new Report.Line(line.from(), line.line(), Instant.ofEpochMilli(line.at()), line.text());
    }

    void block(Connection from, Session blocker, ClientMessage.Block block) {
        PastRoom room = house.rooms().record(new RoomId(block.room()));
        Side side = room == null ? null : room.sideOf(blocker.browser());
        if (room == null || side == null) {
            refuse(from, Refusal.UNKNOWN_ROOM, "block");
            return;
        }
        part(blocker, room, side);
        Counter.BLOCKED.increment();
        from.send(new ServerMessage.Blocked(block.room()));
    }

    private void part(Session visitor, PastRoom room, Side side) {
        BrowserId other = room.at(side.other()).browser();
        lobby.submit(new Command.Sever(visitor.visitor(), room.room(), other));
        try {
            house.blocks().add(visitor.browser(), other, Instant.ofEpochMilli(Clock.wall()));
        } catch (StorageException e) {
            LOG.error("A block holds until a restart only. {}", e.getMessage());
        }
    }

    private static void refuse(Connection to, Refusal refusal, String about) {
        to.refuse(refusal, about, Words.why(refusal), null);
    }
}
