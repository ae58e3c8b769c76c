package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.session.RoomTicket;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Lost sockets, and what becomes of those who come back in time, too late, or after a restart. Confined to the lobby's
/// thread.
final class Homecoming {
    private final Register register;
    private final Matching matching;
    private final Queue<Deadline> deadlines;

    Homecoming(Register register, Matching matching, Queue<Deadline> deadlines) {
        this.register = register;
        this.matching = matching;
        this.deadlines = deadlines;
    }

    void lost(@Nullable Visitor visitor, Turn turn) {
        if (visitor == null) return;
        switch (visitor.state) {
            case IDLE -> register.remove(visitor, turn);
            case WAITING -> {
                matching.leaveLine(visitor);
                visitor.become(Visitor.State.DROPPED);
                deadlines.add(new Deadline.Grace(visitor, visitor.turn, turn.now() + Lobby.GRACE));
            }
            case PAIRED -> turn.add(away(visitor, Lobby.GRACE, turn));
            case DROPPED, AWAY, ORPHANED -> {}
        }
    }

    private Effect away(Visitor visitor, long grace, Turn turn) {
        visitor.become(Visitor.State.AWAY);
        deadlines.add(new Deadline.Grace(visitor, visitor.turn, turn.now() + grace));
        return new Effect.Away(visitor.meeting().room, visitor.id, (int) (grace / 1_000));
    }

    void resume(Command.Arrive who, Returning returning, Turn turn) {
        Visitor visitor = register.get(who.visitor());
        if (visitor == null) {
            register.admit(who);
            if (returning.seated()) turn.add(new Effect.Roomless(who.visitor(), NoRoom.ENDED));
            return;
        }
        switch (visitor.state) {
            // What they were told went to a socket that was dead already.
            case IDLE -> {
                if (returning.seated()) turn.add(new Effect.Roomless(visitor.id, visitor.farewell));
            }
            case WAITING -> matching.tell(visitor, true, turn);
            case DROPPED -> matching.reenter(visitor, turn);
            case PAIRED, AWAY -> {
                visitor.become(Visitor.State.PAIRED);
                turn.add(new Effect.Rejoin(visitor.meeting().room, visitor.id, visitor.preferences(), returning));
            }
            case ORPHANED -> {
                visitor.become(Visitor.State.IDLE);
                turn.add(new Effect.Roomless(visitor.id, visitor.farewell));
            }
        }
    }

    /// The first of a room to come back after a restart makes it stand again and has the partner's seat kept; the
    /// second comes back to a kept seat, as from any lost socket.
    void restore(Command.Restore restore, Turn turn) {
        Visitor known = register.get(restore.ticket().me().visitor());
        if (known != null) takeSeat(known, restore, turn);
        else reopen(restore, turn);
    }

    private void takeSeat(Visitor me, Command.Restore restore, Turn turn) {
        RoomTicket ticket = restore.ticket();
        register.blocks().learn(me.browser, restore.who().blocked());
        if (me.state == Visitor.State.AWAY || me.state == Visitor.State.ORPHANED) me.prefer(Preferences.of(ticket));
        if (me.meeting != null && !maySit(me, me.meeting, ticket)) {
            matching.leaveRoom(me, Parting.ENDED, turn);
            me.farewell = NoRoom.ENDED;
            me.orphan();
        }
        resume(restore.who(), restore.returning(), turn);
    }

    /// An old ticket, kept for a room that both have left, must not draw the other back into it.
    private boolean maySit(Visitor me, Meeting meeting, RoomTicket ticket) {
        return meeting.room.equals(ticket.room())
                && !register.blocks().between(me.browser, meeting.partnerOf(me).browser);
    }

    private void reopen(Command.Restore restore, Turn turn) {
        RoomTicket ticket = restore.ticket();
        Visitor me = register.admit(restore.who());
        boolean mayMeet =
                !register.blocks().between(me.browser, ticket.partner().browser());
        if (!mayMeet || register.get(ticket.partner().visitor()) != null) {
            turn.add(new Effect.Roomless(me.id, NoRoom.ENDED));
            return;
        }
        Visitor partner = register.admit(Command.Arrive.partnerOf(ticket));
        me.prefer(Preferences.of(ticket));
        RoomTicket.Holder other = ticket.partner();
        partner.prefer(new Preferences(ticket.mode(), other.path(), other.role(), List.of(), List.of()));
        matching.seat(ticket.room(), me, partner).wake();
        away(partner, Lobby.REOPENED, turn);
        turn.add(new Effect.Reopen(ticket, restore.returning(), (int) (Lobby.REOPENED / 1_000)));
    }

    void graceOver(Deadline.Grace grace, Turn turn) {
        Visitor visitor = grace.visitor();
        if (visitor.turn != grace.turn()) return;
        if (visitor.meeting != null) matching.leaveRoom(visitor, Parting.LOST, turn);
        register.remove(visitor, turn);
    }
}
