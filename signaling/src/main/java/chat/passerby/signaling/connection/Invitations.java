package chat.passerby.signaling.connection;

import chat.passerby.signaling.ice.IceServers;
import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.lobby.Effect;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.protocol.IceServer;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.room.Room;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.RoomTicket.Holder;
import chat.passerby.signaling.session.Session;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What someone is handed who takes a seat: whom they face, from where the media starts, and the room's ticket.
/// Immutable; any thread.
final class Invitations {
    private final House house;

    Invitations(House house) {
        this.house = house;
    }

    ServerMessage matched(Place.Seated seat, Session me, Effect.Pair pair, Opening opening) {
        Room room = seat.room();
        Holder partner = room.holder(seat.side().other());
        return new ServerMessage.Matched(
                room.id().value(),
                seat.side(),
                room.mode(),
                partner.alias(),
                partner.role(),
                polite(seat.side()),
                1,
                pair.shared(),
                pair.again(),
                opening.start(seat.side()),
                opening.n(seat.side()),
                offer(room, opening.offer(seat.side())),
                room.candidates().relayed(),
                iceServers(room.mode(), me),
                ticket(seat, me));
    }

    ServerMessage rejoined(Place.Seated seat, Session me, Room.Back back) {
        Room room = seat.room();
        Holder partner = room.holder(seat.side().other());
        return new ServerMessage.Rejoined(
                room.id().value(),
                seat.side(),
                room.mode(),
                partner.alias(),
                partner.role(),
                polite(seat.side()),
                back.negotiation(),
                back.partnerHere(),
                back.line(),
                room.candidates().relayed(),
                iceServers(room.mode(), me),
                ticket(seat, me));
    }

    /// It was made for anybody, and passes as the room has it.
    private static @Nullable String offer(Room room, @Nullable String deposited) {
        return deposited == null ? null : room.candidates().passDescription(deposited);
    }

    ServerMessage renewedTicket(Place.Seated seat, Session me) {
        return new ServerMessage.Ticket(seat.room().id().value(), ticket(seat, me));
    }

    /// None for text: nobody's address is anybody's business there.
    @Nullable
    List<IceServer> iceServers(Mode mode, Session me) {
        if (mode == Mode.TEXT) return null;
        if (me.allowance().spend(Limit.CREDENTIALS, Clock.steady())) return told(me);
        Counter.TOO_FAST.increment();
        return house.ice().stun();
    }

    /// Null if this visitor was told too many lately.
    @Nullable
    ServerMessage renewedIceServers(Session me) {
        if (!me.allowance().spend(Limit.CREDENTIALS, Clock.steady())) return null;
        return new ServerMessage.IceServers(told(me));
    }

    private List<IceServer> told(Session me) {
        IceServers.Told told = house.ice().all(Instant.ofEpochMilli(Clock.wall()));
        me.holds(told.tag());
        return told.servers();
    }

    /// What this visitor was told of relays is over.
    void release(Session me) {
        me.release().forEach(house.ice()::revoke);
    }

    private String ticket(Place.Seated seat, Session me) {
        Room room = seat.room();
        return house.tickets()
                .issue(new RoomTicket(
                        room.id(),
                        room.mode(),
                        room.lane(),
                        seat.side(),
                        room.holder(seat.side()),
                        seat.preferences().interests(),
                        seat.preferences().languages(),
                        room.holder(seat.side().other()),
                        me.token(),
                        Clock.wall()));
    }

    /// One of the two must give way when both offer at once (W3C WebRTC, perfect negotiation).
    private static boolean polite(Side side) {
        return side == Side.B;
    }
}
