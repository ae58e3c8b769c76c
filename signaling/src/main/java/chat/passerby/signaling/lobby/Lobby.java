package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.util.Comparator;
import java.util.List;
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

    private final PriorityQueue<Deadline> deadlines = new PriorityQueue<>(Comparator.comparingLong(Deadline::at));
    private final Register register;
    private final Matching matching;
    private final Homecoming homecoming;

    /// A lobby with nobody in it.
    ///
    /// @param random      draws partners
    /// @param rooms       names rooms, never the same twice
    /// @param mostWaiting in the line, from one network
    public Lobby(RandomGenerator random, Supplier<RoomId> rooms, int mostWaiting) {
        register = new Register(mostWaiting);
        matching = new Matching(random, rooms, register, deadlines);
        homecoming = new Homecoming(register, matching, deadlines);
        deadlines.add(new Deadline.Sampling(Long.MIN_VALUE));
    }

    /// Carries out one command.
    ///
    /// @param now milliseconds on a steady clock
    /// @return what follows from it, in order
    public List<Effect> apply(Command command, long now) {
        Turn turn = new Turn(now);
        switch (command) {
            case Command.Arrive arrive -> register.admit(arrive);
            case Command.Find find -> find(register.get(find.visitor()), find.preferences(), turn);
            case Command.Next next -> next(register.get(next.visitor()), next, turn);
            case Command.Stop stop -> stop(register.get(stop.visitor()), turn);
            case Command.Here here -> here(register.get(here.visitor()), here.room());
            case Command.Sever sever -> sever(register.get(sever.visitor()), sever, turn);
            case Command.Lost lost -> homecoming.lost(register.get(lost.visitor()), turn);
            case Command.Resume resume -> homecoming.resume(resume.who(), resume.returning(), turn);
            case Command.Restore restore -> homecoming.restore(restore, turn);
            case Command.Evict evict -> evict(register.get(evict.visitor()), evict, turn);
            case Command.Tick tick -> tick(turn);
            case Command.Drain drain -> matching.drain();
        }
        return turn.effects();
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

    private void next(@Nullable Visitor visitor, Command.Next next, Turn turn) {
        if (visitor == null || !visitor.hasSocket()) return;
        if (!next.room().equals(visitor.lastRoom)) turn.add(new Effect.Refuse(visitor.id, Refusal.OTHER_ROOM));
        else {
            if (next.path() != null) visitor.prefer(visitor.preferences().on(next.path()));
            // In the line already, if the partner slept: with the path of this `next` all the same.
            if (visitor.state != Visitor.State.WAITING) goOn(visitor, turn);
        }
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
        register.blocks().add(visitor.browser, sever.other());
        boolean sitsThere =
                visitor.state == Visitor.State.PAIRED && sever.room().equals(visitor.lastRoom);
        if (sitsThere) goOn(visitor, turn);
    }

    /// Leaves the room, if any, and looks for the next partner.
    private void goOn(Visitor visitor, Turn turn) {
        if (visitor.state == Visitor.State.PAIRED) matching.leaveRoom(visitor, Parting.LEFT, turn);
        matching.enter(visitor, visitor.preferences(), turn);
    }

    private void evict(@Nullable Visitor visitor, Command.Evict evict, Turn turn) {
        if (visitor == null) return;
        if (visitor.state == Visitor.State.WAITING) matching.leaveLine(visitor);
        if (visitor.meeting != null) matching.leaveRoom(visitor, Parting.ENDED, turn);
        turn.add(new Effect.Evict(visitor.id, evict.reason()));
        register.remove(visitor, turn);
    }

    private void tick(Turn turn) {
        while (true) {
            Deadline due = deadlines.peek();
            if (due == null || due.at() > turn.now()) return;
            deadlines.remove();
            switch (due) {
                case Deadline.Retry retry -> matching.retry(retry, turn);
                case Deadline.Grace grace -> homecoming.graceOver(grace, turn);
                case Deadline.Wake wake -> wake(wake.meeting(), turn);
                case Deadline.Sampling sampling -> {
                    turn.add(new Effect.Sample(register.crowd().sample(), matching.waitingFor()));
                    deadlines.add(new Deadline.Sampling(turn.now() + SAMPLING));
                }
            }
        }
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

    /// For tests: the state of a visitor, or `gone`.
    String stateOf(VisitorId visitor) {
        Visitor known = register.get(visitor);
        return known == null ? "gone" : known.state.toString();
    }

    /// For tests: how much is remembered of all who came.
    int size() {
        return register.size() + matching.waiting();
    }
}
