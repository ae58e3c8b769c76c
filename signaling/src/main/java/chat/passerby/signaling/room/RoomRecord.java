package chat.passerby.signaling.room;

import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import org.jspecify.annotations.Nullable;

/// What stays of a room for 30 minutes after its end, so that a report can name it: who sat there and when, no words.
///
/// @param started milliseconds since 1970
/// @param ended   likewise
public record RoomRecord(RoomId room, Mode mode, Sitter a, Sitter b, long started, long ended) {

    /// One who sat there.
    public record Sitter(BrowserId browser, NetworkId network) {}

    static RoomRecord of(Room room, long ended) {
        return new RoomRecord(
                room.id(), room.mode(), sitter(room, Side.A), sitter(room, Side.B), room.started(), ended);
    }

    private static Sitter sitter(Room room, Side side) {
        return new Sitter(room.holder(side).browser(), room.holder(side).network());
    }

    /// The seat of this browser, `null` if it had none.
    public @Nullable Side sideOf(BrowserId browser) {
        if (a.browser().equals(browser)) return Side.A;
        return b.browser().equals(browser) ? Side.B : null;
    }

    public Sitter sitter(Side side) {
        return side == Side.A ? a : b;
    }
}
