package chat.passerby.signaling.connection;

import chat.passerby.signaling.lobby.Effect;
import chat.passerby.signaling.lobby.Effects;
import chat.passerby.signaling.lobby.Preferences;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.protocol.CloseCause;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.protocol.Start;
import chat.passerby.signaling.room.Room;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.RoomTicket.Holder;
import chat.passerby.signaling.session.Session;
import chat.passerby.signaling.session.VisitorId;
import java.util.Objects;

/// Does what the lobby decided: seats people, sees them off, tells them. On the lobby's thread; all that it sends is
/// only
/// queued. A visitor whose socket was lost a moment ago is seated all the same: the lobby is about to hear of it.
public final class Seating implements Effects {
    private final House house;
    private final Connections connections;
    private final Invitations invitations;

    public Seating(House house, Connections connections) {
        this.house = house;
        this.connections = connections;
        invitations = new Invitations(house);
    }

    @Override
    public void perform(Effect effect) {
        switch (effect) {
            case Effect.Wait wait -> line(wait);
            case Effect.Pair pair -> pair(pair);
            case Effect.End end -> end(end);
            case Effect.Away away -> away(away);
            case Effect.Rejoin rejoin -> rejoin(rejoin);
            case Effect.Reopen reopen -> reopen(reopen);
            case Effect.Roomless roomless -> rest(roomless.visitor(), new ServerMessage.NoRoomLeft(roomless.reason()));
            case Effect.Rest rest -> rest(rest.visitor(), new ServerMessage.Stopped());
            case Effect.Refuse refuse -> refuse(refuse);
            case Effect.Evict evict -> evict(evict);
            case Effect.Gone gone -> gone(gone.visitor());
            case Effect.Sample sample -> connections.sampled(sample);
        }
    }

    private void line(Effect.Wait wait) {
        Connection connection = connections.of(wait.visitor());
        if (connection == null) return;
        Mode mode = wait.outlook().mode();
        if (wait.entered()) invitations.release(session(wait.visitor()));
        if (wait.entered()) connection.place(mode == Mode.VIDEO ? new Place.InLine(null) : Place.NOWHERE);
        connection.send(new ServerMessage.Waiting(
                mode,
                wait.outlook().online(),
                wait.outlook().estimate(),
                wait.outlook().relaxed(),
                wait.entered() ? invitations.iceServers(mode, session(wait.visitor())) : null));
    }

    private void pair(Effect.Pair pair) {
        Session one = session(pair.waiter().visitor());
        Session other = session(pair.arriver().visitor());
        Preferences ofOne = pair.waiter().preferences();
        Preferences ofOther = pair.arriver().preferences();
        Room room = new Room(
                pair.room(),
                pair.mode(),
                pair.lane(),
                new Holder(one.visitor(), one.alias(), ofOne.path(), ofOne.role(), one.browser(), one.network()),
                new Holder(
                        other.visitor(),
                        other.alias(),
                        ofOther.path(),
                        ofOther.role(),
                        other.browser(),
                        other.network()),
                Clock.wall(),
                house.seals(),
                house.paths().between(ofOne.path(), ofOther.path()));
        house.rooms().add(room);
        Place.Seated a = new Place.Seated(room, Side.A, ofOne);
        Place.Seated b = new Place.Seated(room, Side.B, ofOther);
        Connection atA = connections.of(one.visitor());
        Connection atB = connections.of(other.visitor());
        Opening opening = Opening.from(atA == null ? null : atA.sit(a), atB == null ? null : atB.sit(b));
        // Whose deposit is used goes on with what was told for it.
        if (opening.start(Side.A) != Start.MINE) invitations.release(one);
        if (opening.start(Side.B) != Start.MINE) invitations.release(other);
        room.open(atA, invitations.matched(a, one, pair, opening), atB, invitations.matched(b, other, pair, opening));
        Counter.PAIRED.increment();
        // Who tests in a closed lane is in no public figure.
        if (pair.lane().isEmpty()) house.conversations().begin();
    }

    private void end(Effect.End end) {
        Room room = house.rooms().end(end.room());
        if (room == null) return;
        room.close(end.told() == null ? null : room.sideOf(end.told()), end.reason());
        for (Side side : Side.values()) {
            VisitorId visitor = room.holder(side).visitor();
            Session session = house.sessions().get(visitor);
            if (session != null) invitations.release(session);
            Connection connection = connections.of(visitor);
            if (connection != null) connection.leave(room);
        }
    }

    private void away(Effect.Away away) {
        Room room = house.rooms().get(away.room());
        if (room != null) room.away(room.sideOf(away.visitor()), away.seconds());
    }

    private void rejoin(Effect.Rejoin rejoin) {
        Room room = house.rooms().get(rejoin.room());
        Connection connection = connections.of(rejoin.visitor());
        if (room == null || connection == null) return;
        Session me = session(rejoin.visitor());
        Place.Seated seat = new Place.Seated(room, room.sideOf(rejoin.visitor()), rejoin.preferences());
        connection.sit(seat);
        room.rejoin(
                seat.side(),
                connection,
                rejoin.returning().received(),
                rejoin.returning().negotiation(),
                back -> invitations.rejoined(seat, me, back));
    }

    private void reopen(Effect.Reopen reopen) {
        RoomTicket ticket = reopen.ticket();
        boolean atA = ticket.side() == Side.A;
        house.rooms()
                .add(Room.reopened(
                        ticket.room(),
                        ticket.mode(),
                        ticket.lane(),
                        atA ? ticket.me() : ticket.partner(),
                        atA ? ticket.partner() : ticket.me(),
                        Clock.wall(),
                        house.seals(),
                        house.paths()
                                .between(ticket.me().path(), ticket.partner().path())));
        rejoin(new Effect.Rejoin(ticket.room(), ticket.me().visitor(), Preferences.of(ticket), reopen.returning()));
    }

    private void gone(VisitorId visitor) {
        Session session = house.sessions().get(visitor);
        if (session != null) invitations.release(session);
        house.sessions().close(visitor);
    }

    private void rest(VisitorId visitor, ServerMessage message) {
        Session session = house.sessions().get(visitor);
        if (session != null) invitations.release(session);
        Connection connection = connections.of(visitor);
        if (connection == null) return;
        connection.place(Place.NOWHERE);
        connection.send(message);
    }

    private void refuse(Effect.Refuse refuse) {
        Connection connection = connections.of(refuse.visitor());
        if (connection == null) return;
        boolean stale = refuse.refusal() == Refusal.OTHER_ROOM;
        if (stale) Counter.OTHER_ROOM.increment();
        connection.refuse(refuse.refusal(), stale ? "next" : "find", Words.why(refuse.refusal()), null);
    }

    private void evict(Effect.Evict evict) {
        Connection connection = connections.of(evict.visitor());
        Session session = house.sessions().get(evict.visitor());
        if (session != null) invitations.release(session);
        house.sessions().end(evict.visitor());
        if (connection == null) return;
        connection.send(new ServerMessage.Evicted(evict.reason()));
        connection.close(CloseCause.EVICTED);
    }

    private Session session(VisitorId visitor) {
        return Objects.requireNonNull(house.sessions().get(visitor), "the lobby knows a visitor without a session");
    }
}
