package chat.passerby.signaling.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Sees what the lobby is told and what it answers, and nothing of its inside: who must be where by now, and who is
/// owed
/// an answer. [Judgement] looks at each effect.
final class Onlooker {
    /// A room that stands.
    record Table(RoomId room, Guest one, Guest other, long opened, Set<VisitorId> here) {
        List<Guest> both() {
            return List.of(one, other);
        }

        Guest partnerOf(Guest guest) {
            return guest == one ? other : one;
        }

        boolean isAsleep(Guest guest, long now) {
            return guest.connected && !here.contains(guest.id()) && now >= opened + 20_000;
        }
    }

    /// How often everybody in the line tries again.
    private static final long RETRY = 5_000;

    final int mostWaiting;
    final Map<VisitorId, Guest> guests = new HashMap<>();
    final Map<RoomId, Table> tables = new HashMap<>();
    /// Who must hear something of the command at hand.
    final Set<VisitorId> owed = new HashSet<>();

    boolean draining;
    long now;
    private final Set<List<BrowserId>> blocked = new HashSet<>();

    Onlooker(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    boolean knows(VisitorId visitor) {
        return guests.containsKey(visitor);
    }

    Guest guest(VisitorId visitor) {
        return Objects.requireNonNull(guests.get(visitor), () -> "nobody knows visitor " + visitor.value());
    }

    Table table(RoomId room) {
        return Objects.requireNonNull(tables.get(room), () -> room.value() + " does not stand, or not any more");
    }

    boolean blocked(BrowserId one, BrowserId other) {
        return blocked.contains(List.of(one, other)) || blocked.contains(List.of(other, one));
    }

    // --- before a command is carried out

    void hear(Command command, long time) {
        now = time;
        owed.clear();
        switch (command) {
            case Command.Arrive arrive -> arrive(arrive);
            case Command.Find find -> ifConnected(find.visitor(), guest -> find(guest, find.preferences()));
            case Command.Next next -> ifConnected(next.visitor(), guest -> next(guest, next.room()));
            case Command.Stop stop -> ifConnected(stop.visitor(), guest -> owed.add(guest.id()));
            case Command.Here here -> here(here.visitor(), here.room());
            case Command.Sever sever -> sever(guest(sever.visitor()), sever.room(), sever.other());
            case Command.Lost lost -> ifConnected(lost.visitor(), this::lose);
            case Command.Resume resume -> comeBack(resume.who());
            case Command.Restore restore -> restore(restore);
            case Command.Evict evict -> owed.add(evict.visitor());
            case Command.Tick tick -> {}
            case Command.Drain drain -> draining = true;
        }
    }

    private void ifConnected(VisitorId visitor, Consumer<Guest> then) {
        Guest guest = guests.get(visitor);
        if (guest != null && guest.connected) then.accept(guest);
    }

    private void arrive(Command.Arrive who) {
        learn(who);
        guests.put(who.visitor(), new Guest(who));
    }

    private void learn(Command.Arrive who) {
        for (BrowserId other : who.blocked()) blocked.add(List.of(who.browser(), other));
    }

    private void find(Guest guest, Preferences wish) {
        switch (guest.stay) {
            case IDLE -> {
                guest.wish(wish);
                guest.search(now);
            }
            case WAITING -> {
                boolean otherLine = wish.mode() != guest.wish().mode();
                guest.wish(wish);
                if (otherLine) guest.search(now);
            }
            case SEATED -> owed.add(guest.id());
            case SEARCHING -> throw new AssertionError(guest + " searches twice");
        }
    }

    private void next(Guest guest, RoomId room) {
        if (!room.equals(guest.lastRoom)) owed.add(guest.id());
        else if (guest.stay != Guest.Stay.WAITING) guest.search(now);
    }

    /// Also of one whose socket was lost since: they were there.
    private void here(VisitorId visitor, RoomId room) {
        Table table = tables.get(room);
        if (table != null && knows(visitor) && table.both().contains(guest(visitor)))
            table.here().add(visitor);
    }

    private void sever(Guest guest, RoomId room, BrowserId other) {
        blocked.add(List.of(guest.who.browser(), other));
        if (guest.connected && guest.stay == Guest.Stay.SEATED && room.equals(guest.lastRoom)) guest.search(now);
    }

    private void lose(Guest guest) {
        guest.lose(now);
        if (guest.stay != Guest.Stay.WAITING) owed.add(guest.id());
    }

    private void comeBack(Command.Arrive who) {
        Guest guest = guests.get(who.visitor());
        if (guest == null) {
            arrive(who);
            return;
        }
        if (!guest.connected || guest.stay != Guest.Stay.IDLE) owed.add(guest.id());
        guest.connected = true;
        guest.kept = false;
        if (guest.stay == Guest.Stay.WAITING) guest.stay = Guest.Stay.SEARCHING;
    }

    private void restore(Command.Restore restore) {
        Guest guest = guests.get(restore.who().visitor());
        learn(restore.who());
        if (guest != null && guest.kept) guest.wish(Preferences.of(restore.ticket()));
        comeBack(restore.who());
        owed.add(restore.who().visitor());
    }

    // --- after it

    /// Nobody is lost: each knows where they are, and the lobby knows the same.
    void settle(Command command, Function<VisitorId, String> lobby) {
        assertThat(owed).as("those who heard nothing").isEmpty();
        for (Guest guest : guests.values()) {
            assertThat(guest.stay).as("%s has no answer", guest).isNotEqualTo(Guest.Stay.SEARCHING);
            assertThat(lobby.apply(guest.id())).as("%s", guest).isEqualTo(guest.state());
            if (guest.stay == Guest.Stay.SEATED) assertThat(tables).containsKey(guest.lastRoom);
            assertThat(waitingFrom(guest.who.network())).isLessThanOrEqualTo(mostWaiting);
        }
        for (Table table : tables.values())
            for (Guest guest : table.both()) {
                assertThat(guests).containsValue(guest);
                assertThat(guest.stay).as("%s at a table", guest).isEqualTo(Guest.Stay.SEATED);
                assertThat(guest.lastRoom).as("the room of %s", guest).isEqualTo(table.room());
            }
        if (command instanceof Command.Tick) settleAfterTick();
    }

    long waitingFrom(NetworkId network) {
        return line().stream()
                .filter(guest -> guest.who.network().equals(network))
                .count();
    }

    private void settleAfterTick() {
        assertThat(guests.values()).noneMatch(guest -> guest.isOverdue(now));
        if (draining) return;
        List<Guest> line = line();
        for (Guest one : line)
            for (Guest other : line)
                if (one != other && mayMeet(one, other, now - RETRY))
                    throw new AssertionError(one + " waits beside " + other + ", whom they may meet for long");
    }

    List<Guest> line() {
        List<Guest> line = new ArrayList<>();
        for (Guest guest : guests.values()) if (guest.stay == Guest.Stay.WAITING && guest.connected) line.add(guest);
        return line;
    }

    boolean mayMeet(Guest one, Guest other, long at) {
        return one.mayEverMeet(other)
                && !blocked(one.who.browser(), other.who.browser())
                && one.accepts(other, at)
                && other.accepts(one, at);
    }
}
