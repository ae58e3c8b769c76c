package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What stays of a room for 30 minutes after its end, so that a report can name it: who sat there and when, no words.
/// Immutable.
public record PastRoom(RoomId room, Mode mode, Party a, Party b, Instant started, Instant ended) {

    public Party at(Side side) {
        return side == Side.A ? a : b;
    }

    /// The seat of this browser, `null` if it had none.
    public @Nullable Side sideOf(BrowserId browser) {
        if (a.browser().equals(browser)) return Side.A;
        return b.browser().equals(browser) ? Side.B : null;
    }
}
