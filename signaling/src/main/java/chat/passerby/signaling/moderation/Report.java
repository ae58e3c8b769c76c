package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One visitor's complaint about another, checked: the room was theirs, the seals held. Immutable.
///
/// @param seat   the reporter's
/// @param lasted how long the conversation did
/// @param lines  in the order in which the reporter sent them
public record Report(
        Instant created,
        Reason reason,
        @Nullable String note,
        RoomId room,
        Mode mode,
        Duration lasted,
        Side seat,
        Party reporter,
        Party reported,
        List<Line> lines) {
    public Report {
        lines = List.copyOf(lines);
    }

    /// Who, as far as anybody knows.
    public record Party(BrowserId browser, NetworkId network) {}

    /// A line of chat that was really said in that room.
    ///
    /// @param seat whose words
    /// @param line the sender's line id: a gap shows that lines between were not attached
    public record Line(Side seat, int line, Instant at, String text) {
        @Override
        public String toString() {
            return "Line " + line + " of " + seat;
        }
    }

    /// Whose words a line is: `reporter` or `reported`.
    public String by(Line line) {
        return line.seat() == seat ? "reporter" : "reported";
    }

    /// Not the words: they belong in no log.
    @Override
    public String toString() {
        return "Report for " + reason + " with " + lines.size() + " lines";
    }
}
