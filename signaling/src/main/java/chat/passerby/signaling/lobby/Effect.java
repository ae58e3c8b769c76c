package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.Eviction;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.VisitorId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the lobby decided; `connection` carries it out.
public sealed interface Effect {
    /// This visitor is in the line.
    ///
    /// @param entered whether it was not before (or has a new socket)
    record Wait(VisitorId visitor, Outlook outlook, boolean entered) implements Effect {}

    /// These two have met.
    ///
    /// @param waiter  was in the line
    /// @param arriver came upon them
    /// @param again   they met lately
    record Pair(RoomId room, String lane, One waiter, One arriver, List<String> shared, boolean again)
            implements Effect {
        public Mode mode() {
            return waiter.preferences().mode();
        }
    }

    /// One of a new pair.
    record One(VisitorId visitor, Preferences preferences) {}

    /// The room is over.
    ///
    /// @param told who is to hear of it, if anybody
    record End(RoomId room, @Nullable VisitorId told, Parting reason) implements Effect {}

    /// This seat is empty for a while.
    record Away(RoomId room, VisitorId visitor, int seconds) implements Effect {}

    /// This seat is taken again.
    record Rejoin(RoomId room, VisitorId visitor, Preferences preferences, Returning returning) implements Effect {}

    /// The room of this ticket stands again; its partner is awaited.
    record Reopen(RoomTicket ticket, Returning returning, int seconds) implements Effect {}

    /// This visitor has no room to come back to.
    record Roomless(VisitorId visitor, NoRoom reason) implements Effect {}

    /// This visitor rests, neither waiting nor in a room.
    record Rest(VisitorId visitor) implements Effect {}

    record Refuse(VisitorId visitor, Refusal refusal) implements Effect {}

    record Evict(VisitorId visitor, Eviction reason) implements Effect {}

    /// This session is over.
    record Gone(VisitorId visitor) implements Effect {}

    /// Visitors in each lane, and those of all lanes who wait, every few seconds.
    record Sample(Map<String, Integer> online, Map<Mode, Integer> waiting) implements Effect {}
}
