package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.RoomId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Into the line, into a room, and out of either. Confined to the lobby's thread.
final class Matching {
    /// Each step of [Patience] is a multiple of it.
    private static final long RETRY = 5_000;
    /// Within this time of a match a sign of life is due.
    private static final long WAKE = 20_000;

    private record LineKey(String lane, Mode mode) {}

    private final RandomGenerator random;
    private final Supplier<RoomId> rooms;
    private final Register register;
    private final Queue<Deadline> deadlines;
    private final Map<LineKey, Line> lines = new HashMap<>();
    private boolean draining;

    Matching(RandomGenerator random, Supplier<RoomId> rooms, Register register, Queue<Deadline> deadlines) {
        this.random = random;
        this.rooms = rooms;
        this.register = register;
        this.deadlines = deadlines;
    }

    void drain() {
        draining = true;
    }

    /// Finds somebody for one who rests, or lets them wait.
    void enter(Visitor visitor, Preferences preferences, Turn turn) {
        visitor.prefer(preferences);
        visitor.waitingSince = turn.now();
        reenter(visitor, turn);
    }

    /// As [#enter], with the old wish and the old waiting time.
    void reenter(Visitor visitor, Turn turn) {
        if (meetSomebody(visitor, turn)) return;
        if (draining || !register.crowd().mayWait(visitor)) {
            rest(visitor, turn);
            turn.add(new Effect.Refuse(visitor.id, draining ? Refusal.DRAINING : Refusal.BUSY));
            return;
        }
        line(visitor).join(visitor);
        register.crowd().joinLine(visitor);
        visitor.become(Visitor.State.WAITING);
        await(visitor, turn);
        tell(visitor, true, turn);
    }

    /// Changes the wish of one who waits.
    void prefer(Visitor visitor, Preferences preferences, Turn turn) {
        if (preferences.mode() != visitor.preferences().mode()) {
            leaveLine(visitor);
            enter(visitor, preferences, turn);
            return;
        }
        visitor.prefer(preferences);
        if (!meetSomebody(visitor, turn)) tell(visitor, false, turn);
    }

    /// Tries again for one who waits: a wish may have loosened, theirs or another's.
    void retry(Deadline.Retry retry, Turn turn) {
        Visitor visitor = retry.visitor();
        if (visitor.turn != retry.turn() || meetSomebody(visitor, turn)) return;
        await(visitor, turn);
        tell(visitor, false, turn);
    }

    private void await(Visitor visitor, Turn turn) {
        deadlines.add(new Deadline.Retry(visitor, visitor.turn, turn.now() + RETRY));
    }

    private boolean meetSomebody(Visitor visitor, Turn turn) {
        if (draining) return false;
        Visitor partner = find(visitor, turn);
        if (partner == null) return false;
        pair(partner, visitor, turn);
        return true;
    }

    /// Whoever wants to talk finds who listens, and the other way round, also when any role would do by now.
    private @Nullable Visitor find(Visitor visitor, Turn turn) {
        Line line = line(visitor);
        if (Patience.roleBinds(visitor, turn.now()))
            return line.draw(candidate -> mayMeet(visitor, candidate, turn), random);
        Role role = visitor.preferences().role();
        Visitor suiting = line.draw(
                candidate -> role.suits(candidate.preferences().role()) && mayMeet(visitor, candidate, turn), random);
        return suiting != null ? suiting : line.draw(candidate -> mayMeet(visitor, candidate, turn), random);
    }

    private boolean mayMeet(Visitor one, Visitor other, Turn turn) {
        return !one.browser.equals(other.browser)
                && !register.blocks().between(one.browser, other.browser)
                && Patience.allows(one, other, turn.now());
    }

    private void pair(Visitor waiter, Visitor arriver, Turn turn) {
        RecentWaits recent = line(waiter).recentWaits;
        for (Visitor visitor : List.of(waiter, arriver)) {
            leaveLine(visitor);
            if (turn.now() > visitor.waitingSince) recent.add(turn.now() - visitor.waitingSince, turn.now());
        }
        boolean again = waiter.metLately(arriver) || arriver.metLately(waiter);
        Meeting meeting = seat(rooms.get(), waiter, arriver);
        deadlines.add(new Deadline.Wake(meeting, turn.now() + WAKE));
        turn.add(new Effect.Pair(
                meeting.room,
                waiter.lane,
                new Effect.One(waiter.id, waiter.preferences()),
                new Effect.One(arriver.id, arriver.preferences()),
                waiter.preferences().shared(arriver.preferences()),
                again));
    }

    Meeting seat(RoomId room, Visitor one, Visitor other) {
        Meeting meeting = new Meeting(room, one, other);
        for (Visitor visitor : List.of(one, other)) {
            visitor.become(Visitor.State.PAIRED);
            visitor.meeting = meeting;
            visitor.lastRoom = room;
        }
        one.remember(other);
        other.remember(one);
        return meeting;
    }

    /// Ends this visitor's meeting, and says nothing of their own state. The partner is told and rests; one who is away
    /// will hear of it when they are back.
    void leaveRoom(Visitor leaver, Parting reason, Turn turn) {
        Meeting meeting = leaver.meeting();
        Visitor partner = meeting.partnerOf(leaver);
        leaver.meeting = null;
        partner.meeting = null;
        boolean told = partner.state == Visitor.State.PAIRED;
        partner.farewell = reason == Parting.ENDED ? NoRoom.ENDED : NoRoom.LEFT;
        if (told) partner.become(Visitor.State.IDLE);
        else partner.orphan();
        turn.add(new Effect.End(meeting.room, told ? partner.id : null, reason));
    }

    /// Out of the line, if they stand in it.
    void leaveLine(Visitor visitor) {
        if (visitor.place < 0) return;
        line(visitor).leave(visitor);
        register.crowd().leaveLine(visitor);
    }

    void rest(Visitor visitor, Turn turn) {
        visitor.become(Visitor.State.IDLE);
        turn.add(new Effect.Rest(visitor.id));
    }

    /// Tells someone in the line how it looks, where that changed.
    ///
    /// @param entered or in any case
    void tell(Visitor visitor, boolean entered, Turn turn) {
        Outlook outlook = new Outlook(
                visitor.preferences().mode(),
                register.crowd().online(visitor.lane),
                line(visitor).recentWaits.estimate(turn.now()),
                Patience.relaxed(visitor, turn.now()));
        if (!entered && outlook.equals(visitor.told)) return;
        visitor.told = outlook;
        turn.add(new Effect.Wait(visitor.id, outlook, entered));
    }

    int waiting() {
        return lines.values().stream().mapToInt(Line::size).sum();
    }

    /// Those who wait, by what for.
    Map<Mode, Integer> waitingFor() {
        var waiting = new EnumMap<Mode, Integer>(Mode.class);
        lines.forEach((key, line) -> waiting.merge(key.mode, line.size(), Integer::sum));
        return waiting;
    }

    private Line line(Visitor visitor) {
        return lines.computeIfAbsent(
                new LineKey(visitor.lane, visitor.preferences().mode()), key -> new Line());
    }
}
