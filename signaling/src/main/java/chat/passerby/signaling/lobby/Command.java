package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.Eviction;
import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.VisitorId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the lobby can be told.
public sealed interface Command {
    /// A new session.
    ///
    /// @param lane    empty for the public one
    /// @param blocked whom this browser must not meet again
    record Arrive(VisitorId visitor, BrowserId browser, NetworkId network, String lane, Set<BrowserId> blocked)
            implements Command {
        /// The one whose seat is kept after a restart; blocks are learnt when they come.
        static Arrive partnerOf(RoomTicket ticket) {
            RoomTicket.Holder partner = ticket.partner();
            return new Arrive(partner.visitor(), partner.browser(), partner.network(), ticket.lane(), Set.of());
        }
    }

    record Find(VisitorId visitor, Preferences preferences) implements Command {}

    /// @param path instead of the last one
    record Next(VisitorId visitor, RoomId room, @Nullable MediaPath path) implements Command {}

    record Stop(VisitorId visitor) implements Command {}

    /// A sign of life after a match.
    record Here(VisitorId visitor, RoomId room) implements Command {}

    /// A report or a block: these two never again. Ends the room if they still sit in it, as [Next].
    record Sever(VisitorId visitor, RoomId room, BrowserId other) implements Command {}

    /// The socket is gone.
    record Lost(VisitorId visitor) implements Command {}

    /// The session is back on a new socket.
    ///
    /// @param who for a session whose grace ended just now: it arrives afresh
    record Resume(Arrive who, Returning returning) implements Command {}

    /// A room ticket after a restart, checked already.
    record Restore(RoomTicket ticket, Arrive who, Returning returning) implements Command {}

    record Evict(VisitorId visitor, Eviction reason) implements Command {}

    /// Time goes by.
    record Tick() implements Command {}

    /// The server is about to stop: no new pairs.
    record Drain() implements Command {}
}
