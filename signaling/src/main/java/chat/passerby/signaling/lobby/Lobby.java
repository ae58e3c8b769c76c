package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.VisitorId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Who waits, who is paired, who must not meet again. One command in, effects out; time and chance are given. Confined
/// to one thread, so it has no locks.
///
/// A visitor's state after each command; `LobbyTableTest` is generated from this table. *own* is the room that they sit
/// in, or sat in last; *late* is a time by which every grace is over; `-` cannot come.
///
/// | from            | Idle     | Waiting  | Paired   | Dropped  | Away     | Orphaned | gone     |
/// |-----------------|----------|----------|----------|----------|----------|----------|----------|
/// | arrive          | -        | -        | -        | -        | -        | -        | Idle     |
/// | find            | Waiting  | Waiting  | Paired   | Dropped  | Away     | Orphaned | gone     |
/// | find, one waits | Paired   | Paired   | Paired   | Dropped  | Away     | Orphaned | gone     |
/// | next own        | Waiting  | Waiting  | Waiting  | Dropped  | Away     | Orphaned | gone     |
/// | next other      | Idle     | Waiting  | Paired   | Dropped  | Away     | Orphaned | gone     |
/// | stop            | Idle     | Idle     | Idle     | Dropped  | Away     | Orphaned | gone     |
/// | here own        | Idle     | Waiting  | Paired   | Dropped  | Away     | Orphaned | gone     |
/// | sever own       | Idle     | Waiting  | Waiting  | Dropped  | Away     | Orphaned | gone     |
/// | sever other     | Idle     | Waiting  | Paired   | Dropped  | Away     | Orphaned | gone     |
/// | lost            | gone     | Dropped  | Away     | Dropped  | Away     | Orphaned | gone     |
/// | resume          | Idle     | Waiting  | Paired   | Waiting  | Paired   | Idle     | Idle     |
/// | restore         | Idle     | Waiting  | Paired   | Waiting  | Paired   | Idle     | Paired   |
/// | evict           | gone     | gone     | gone     | gone     | gone     | gone     | gone     |
/// | tick            | Idle     | Waiting  | Paired   | Dropped  | Away     | Orphaned | gone     |
/// | tick late       | Idle     | Waiting  | Paired   | gone     | gone     | gone     | gone     |
/// | drain           | Idle     | Waiting  | Paired   | Dropped  | Away     | Orphaned | gone     |
///
/// Who leaves a room tells the partner, who is then Idle (or Orphaned, if Away). Who gives no sign of life within 20 s
/// of a match rests, and the partner is back in the line. Both Away: the room ends at the earlier deadline. In Dropped,
/// Away and Orphaned there is no socket that could say anything: what comes is stale.
public final class Lobby {
    /// How long a lost socket may take to come back.
    public static final long GRACE = 15_000;
    /// How long the first to come back after a restart waits for the other.
    public static final long REOPENED = 20_000;

    private static final long SAMPLING = 5_000;

    private final Map<VisitorId, Visitor> visitors = new HashMap<>();
    private final PriorityQueue<Deadline> deadlines = new PriorityQueue<>(Comparator.comparingLong(Deadline::at));
    private final Crowd crowd;
    private final Blocks blocks = new Blocks();
    private final Matching matching;

    /// A lobby with nobody in it.
    ///
    /// @param random      draws partners
    /// @param rooms       names rooms, never the same twice
    /// @param mostWaiting in the line, from one network
    public Lobby(RandomGenerator random, Supplier<RoomId> rooms, int mostWaiting) {
        crowd = new Crowd(mostWaiting);
        matching = new Matching(random, rooms, crowd, blocks, deadlines);
        deadlines.add(new Deadline.Sampling(Long.MIN_VALUE));
    }

    /// Carries out one command.
    ///
    /// @param now milliseconds on a steady clock
    /// @return what follows from it, in order
    public List<Effect> apply(Command command, long now) {
        Turn turn = new Turn(now);
        switch (command) {
            case Command.Arrive arrive -> admit(arrive);
            case Command.Find find -> find(visitors.get(find.visitor()), find.preferences(), turn);
            case Command.Next next -> next(visitors.get(next.visitor()), next.room(), turn);
            case Command.Stop stop -> stop(visitors.get(stop.visitor()), turn);
            case Command.Here here -> here(visitors.get(here.visitor()), here.room());
            case Command.Sever sever -> sever(visitors.get(sever.visitor()), sever, turn);
            case Command.Lost lost -> lost(visitors.get(lost.visitor()), turn);
            case Command.Resume resume -> resume(resume.who(), resume.returning(), turn);
            case Command.Restore restore -> restore(restore, turn);
            case Command.Evict evict -> evict(visitors.get(evict.visitor()), evict, turn);
            case Command.Tick tick -> tick(turn);
            case Command.Drain drain -> matching.drain();
        }
        return turn.effects();
    }

    private Visitor admit(Command.Arrive arrive) {
        Visitor visitor = new Visitor(arrive);
        visitors.put(visitor.id, visitor);
        crowd.arrive(visitor);
        blocks.arrive(visitor.browser, arrive.blocked());
        return visitor;
    }

    private void find(@Nullable Visitor visitor, Preferences preferences, Turn turn) {
        if (visitor == null) return;
        switch (visitor.state) {
            case IDLE -> matching.enter(visitor, preferences, turn);
            case WAITING -> matching.prefer(visitor, preferences, turn);
            case PAIRED -> turn.add(new Effect.Refuse(visitor.id, Refusal.IN_ROOM));
            case DROPPED, AWAY, ORPHANED -> {}
        }
    }

    private void next(@Nullable Visitor visitor, RoomId room, Turn turn) {
        if (visitor == null || !visitor.hasSocket()) return;
        if (!room.equals(visitor.lastRoom)) turn.add(new Effect.Refuse(visitor.id, Refusal.OTHER_ROOM));
        else if (visitor.state != Visitor.State.WAITING) goOn(visitor, turn);
    }

    private void stop(@Nullable Visitor visitor, Turn turn) {
        if (visitor == null || !visitor.hasSocket()) return;
        if (visitor.state == Visitor.State.WAITING) matching.leaveLine(visitor);
        if (visitor.state == Visitor.State.PAIRED) matching.leaveRoom(visitor, Parting.LEFT, turn);
        matching.rest(visitor, turn);
    }

    private void here(@Nullable Visitor visitor, RoomId room) {
        if (visitor == null || visitor.meeting == null) return;
        if (visitor.meeting.room.equals(room)) visitor.meeting.here(visitor);
    }

    private void sever(@Nullable Visitor visitor, Command.Sever sever, Turn turn) {
        if (visitor == null) return;
        blocks.add(visitor.browser, sever.other());
        boolean sitsThere =
                visitor.state == Visitor.State.PAIRED && sever.room().equals(visitor.lastRoom);
        if (sitsThere) goOn(visitor, turn);
    }

    /// Leaves the room, if any, and looks for the next partner.
    private void goOn(Visitor visitor, Turn turn) {
        if (visitor.state == Visitor.State.PAIRED) matching.leaveRoom(visitor, Parting.LEFT, turn);
        matching.enter(visitor, visitor.preferences(), turn);
    }

    private void lost(@Nullable Visitor visitor, Turn turn) {
        if (visitor == null) return;
        switch (visitor.state) {
            case IDLE -> remove(visitor, turn);
            case WAITING -> {
                matching.leaveLine(visitor);
                visitor.become(Visitor.State.DROPPED);
                deadlines.add(new Deadline.Grace(visitor, visitor.turn, turn.now() + GRACE));
            }
            case PAIRED -> turn.add(away(visitor, GRACE, turn));
            case DROPPED, AWAY, ORPHANED -> {}
        }
    }

    private Effect away(Visitor visitor, long grace, Turn turn) {
        visitor.become(Visitor.State.AWAY);
        deadlines.add(new Deadline.Grace(visitor, visitor.turn, turn.now() + grace));
        return new Effect.Away(visitor.meeting().room, visitor.id, (int) (grace / 1_000));
    }

    private void resume(Command.Arrive who, Returning returning, Turn turn) {
        Visitor visitor = visitors.get(who.visitor());
        if (visitor == null) {
            admit(who);
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
    private void restore(Command.Restore restore, Turn turn) {
        Visitor known = visitors.get(restore.ticket().me().visitor());
        if (known != null) takeSeat(known, restore, turn);
        else reopen(restore, turn);
    }

    private void takeSeat(Visitor me, Command.Restore restore, Turn turn) {
        RoomTicket ticket = restore.ticket();
        blocks.learn(me.browser, restore.who().blocked());
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
        return meeting.room.equals(ticket.room()) && !blocks.between(me.browser, meeting.partnerOf(me).browser);
    }

    private void reopen(Command.Restore restore, Turn turn) {
        RoomTicket ticket = restore.ticket();
        Visitor me = admit(restore.who());
        boolean mayMeet = !blocks.between(me.browser, ticket.partner().browser());
        if (!mayMeet || visitors.containsKey(ticket.partner().visitor())) {
            turn.add(new Effect.Roomless(me.id, NoRoom.ENDED));
            return;
        }
        Visitor partner = admit(Command.Arrive.partnerOf(ticket));
        me.prefer(Preferences.of(ticket));
        partner.prefer(new Preferences(ticket.mode(), ticket.partner().role(), List.of(), List.of()));
        matching.seat(ticket.room(), me, partner).wake();
        away(partner, REOPENED, turn);
        turn.add(new Effect.Reopen(ticket, restore.returning(), (int) (REOPENED / 1_000)));
    }

    private void evict(@Nullable Visitor visitor, Command.Evict evict, Turn turn) {
        if (visitor == null) return;
        if (visitor.state == Visitor.State.WAITING) matching.leaveLine(visitor);
        if (visitor.meeting != null) matching.leaveRoom(visitor, Parting.ENDED, turn);
        turn.add(new Effect.Evict(visitor.id, evict.reason()));
        remove(visitor, turn);
    }

    private void tick(Turn turn) {
        while (true) {
            Deadline due = deadlines.peek();
            if (due == null || due.at() > turn.now()) return;
            deadlines.remove();
            switch (due) {
                case Deadline.Retry retry -> matching.retry(retry, turn);
                case Deadline.Grace grace -> graceOver(grace, turn);
                case Deadline.Wake wake -> wake(wake.meeting(), turn);
                case Deadline.Sampling sampling -> {
                    turn.add(new Effect.Sample(crowd.sample()));
                    deadlines.add(new Deadline.Sampling(turn.now() + SAMPLING));
                }
            }
        }
    }

    private void graceOver(Deadline.Grace grace, Turn turn) {
        Visitor visitor = grace.visitor();
        if (visitor.turn != grace.turn()) return;
        if (visitor.meeting != null) matching.leaveRoom(visitor, Parting.LOST, turn);
        remove(visitor, turn);
    }

    /// Gives back to the line whoever was matched with somebody who is not there.
    private void wake(Meeting meeting, Turn turn) {
        Visitor asleep = meeting.asleep();
        if (asleep == null || asleep.meeting != meeting) return;
        if (asleep.state == Visitor.State.AWAY) {
            deadlines.add(new Deadline.Wake(meeting, turn.now() + GRACE));
            return;
        }
        Visitor partner = meeting.partnerOf(asleep);
        boolean goesOn = meeting.isHere(partner) && partner.state == Visitor.State.PAIRED;
        matching.leaveRoom(asleep, goesOn ? Parting.ASLEEP : Parting.LEFT, turn);
        asleep.farewell = NoRoom.ASLEEP;
        asleep.become(Visitor.State.IDLE);
        turn.add(new Effect.Roomless(asleep.id, NoRoom.ASLEEP));
        if (goesOn) matching.enter(partner, partner.preferences(), turn);
    }

    private void remove(Visitor visitor, Turn turn) {
        visitor.become(Visitor.State.IDLE);
        visitors.remove(visitor.id);
        crowd.leave(visitor);
        blocks.leave(visitor.browser);
        turn.add(new Effect.Gone(visitor.id));
    }

    /// For tests: the state of a visitor, or `gone`.
    String stateOf(VisitorId visitor) {
        Visitor known = visitors.get(visitor);
        return known == null ? "gone" : known.state.toString();
    }

    /// For tests: how much is remembered of all who came.
    int size() {
        return visitors.size() + crowd.size() + blocks.size() + matching.waiting();
    }
}
