package chat.passerby.signaling.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.lobby.Onlooker.Table;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.VisitorId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Whether one command may be answered so, effect by effect; writes down in the [Onlooker] what follows.
final class Judgement {
    private final Onlooker onlooker;
    private final Command command;
    private final long now;

    Judgement(Onlooker onlooker, Command command) {
        this.onlooker = onlooker;
        this.command = command;
        now = onlooker.now;
    }

    void see(Effect effect) {
        switch (effect) {
            case Effect.Wait wait -> line(told(wait.visitor()), wait);
            case Effect.Pair pair ->
                pair(told(pair.waiter().visitor()), told(pair.arriver().visitor()), pair);
            case Effect.End end -> end(onlooker.table(end.room()), end);
            case Effect.Away away -> away(onlooker.guest(away.visitor()), away);
            case Effect.Rejoin rejoin -> rejoin(told(rejoin.visitor()), rejoin);
            case Effect.Reopen reopen -> reopen(told(reopen.ticket().me().visitor()), reopen.ticket());
            case Effect.Roomless roomless ->
                assertThat(told(roomless.visitor()).stay).isEqualTo(Guest.Stay.IDLE);
            case Effect.Rest rest -> rest(told(rest.visitor()));
            case Effect.Refuse refuse -> refuse(told(refuse.visitor()), refuse.refusal());
            case Effect.Evict evict ->
                assertThat(isFor(evict.visitor(), Command.Evict.class)).isTrue();
            case Effect.Gone gone -> gone(onlooker.guest(gone.visitor()));
            case Effect.Sample sample -> sample(sample.online());
        }
    }

    /// Nobody can be told anything without a socket.
    private Guest told(VisitorId visitor) {
        Guest guest = onlooker.guest(visitor);
        assertThat(guest.connected).as("%s has a socket", guest).isTrue();
        onlooker.owed.remove(visitor);
        return guest;
    }

    private void line(Guest guest, Effect.Wait wait) {
        assertThat(guest.stay).as("%s", guest).isEqualTo(wait.entered() ? Guest.Stay.SEARCHING : Guest.Stay.WAITING);
        assertThat(wait.outlook().mode()).isEqualTo(guest.wish().mode());
        guest.stay = Guest.Stay.WAITING;
    }

    private void pair(Guest waiter, Guest arriver, Effect.Pair pair) {
        assertThat(onlooker.draining).as("draining").isFalse();
        assertThat(waiter).isNotSameAs(arriver);
        assertThat(waiter.stay).isEqualTo(Guest.Stay.WAITING);
        assertThat(arriver.stay).isIn(Guest.Stay.SEARCHING, Guest.Stay.WAITING);
        assertThat(onlooker.mayMeet(waiter, arriver, now))
                .as("%s and %s may meet", waiter, arriver)
                .isTrue();
        assertThat(pair.again()).isEqualTo(waiter.metLately(arriver) || arriver.metLately(waiter));
        assertThat(pair.lane()).isEqualTo(waiter.who.lane());
        assertThat(pair.waiter().preferences()).isEqualTo(waiter.wish());
        assertThat(pair.arriver().preferences()).isEqualTo(arriver.wish());
        seat(pair.room(), waiter, arriver, new HashSet<>());
    }

    private void seat(RoomId room, Guest one, Guest other, Set<VisitorId> here) {
        assertThat(onlooker.tables.put(room, new Table(room, one, other, now, here)))
                .isNull();
        for (Guest guest : Set.of(one, other)) {
            guest.stay = Guest.Stay.SEATED;
            guest.lastRoom = room;
        }
        one.remember(other);
        other.remember(one);
    }

    /// A room ends once, for a reason that is true of the one who leaves; who stays is told, if they are there.
    private void end(Table table, Effect.End end) {
        onlooker.tables.remove(table.room());
        Guest stayer = end.told() == null ? null : told(end.told());
        assertThat(table.both()).as("%s: somebody left", end).anyMatch(leaver -> {
            Guest partner = table.partnerOf(leaver);
            return (stayer == null ? !partner.connected : stayer == partner) && leaves(table, leaver, end.reason());
        });
        for (Guest guest : table.both()) if (guest.stay == Guest.Stay.SEATED) guest.stay = Guest.Stay.IDLE;
        if (stayer != null && end.reason() == Parting.ASLEEP) stayer.search(now);
    }

    private boolean leaves(Table table, Guest guest, Parting reason) {
        return switch (reason) {
            case LEFT ->
                guest.stay == Guest.Stay.SEARCHING
                        || isFor(guest.id(), Command.Stop.class)
                        || table.isAsleep(guest, now);
            case LOST -> guest.isOverdue(now);
            case ASLEEP ->
                table.isAsleep(guest, now)
                        && table.here().contains(table.partnerOf(guest).id());
            case ENDED -> isFor(guest.id(), Command.Evict.class) || isFor(guest.id(), Command.Restore.class);
        };
    }

    private boolean isFor(VisitorId visitor, Class<? extends Command> type) {
        if (!type.isInstance(command)) return false;
        return switch (command) {
            case Command.Stop stop -> stop.visitor().equals(visitor);
            case Command.Lost lost -> lost.visitor().equals(visitor);
            case Command.Evict evict -> evict.visitor().equals(visitor);
            case Command.Restore restore -> restore.who().visitor().equals(visitor);
            default -> false;
        };
    }

    private void away(Guest guest, Effect.Away away) {
        assertThat(isFor(guest.id(), Command.Lost.class)).isTrue();
        assertThat(guest.stay).isEqualTo(Guest.Stay.SEATED);
        assertThat(away.room()).isEqualTo(guest.lastRoom);
        assertThat(away.seconds() * 1_000L).isEqualTo(guest.grace);
        onlooker.owed.remove(guest.id());
    }

    private void rejoin(Guest guest, Effect.Rejoin rejoin) {
        assertThat(guest.stay).isEqualTo(Guest.Stay.SEATED);
        assertThat(rejoin.room()).isEqualTo(guest.lastRoom);
        if (command instanceof Command.Restore restore)
            assertThat(rejoin.room())
                    .as("the ticket's room")
                    .isEqualTo(restore.ticket().room());
        assertThat(rejoin.preferences()).isEqualTo(guest.wish());
    }

    private void reopen(Guest me, RoomTicket ticket) {
        Command.Arrive who = Command.Arrive.partnerOf(ticket);
        assertThat(isFor(me.id(), Command.Restore.class)).isTrue();
        assertThat(me.stay).isEqualTo(Guest.Stay.IDLE);
        assertThat(onlooker.knows(who.visitor())).as("the partner is here").isFalse();
        assertThat(onlooker.blocked(me.who.browser(), who.browser()))
                .as("a blocked pair")
                .isFalse();
        Guest partner = new Guest(who);
        partner.keepSeat(now);
        me.wish(Preferences.of(ticket));
        onlooker.guests.put(partner.id(), partner);
        seat(ticket.room(), me, partner, new HashSet<>(Set.of(me.id(), partner.id())));
    }

    private void rest(Guest guest) {
        assertThat(guest.stay).as("%s rests", guest).isNotEqualTo(Guest.Stay.SEATED);
        guest.stay = Guest.Stay.IDLE;
    }

    private void refuse(Guest guest, Refusal refusal) {
        switch (refusal) {
            case IN_ROOM -> assertThat(guest.stay).isEqualTo(Guest.Stay.SEATED);
            case OTHER_ROOM -> assertThat(command).isInstanceOf(Command.Next.class);
            case DRAINING -> assertThat(onlooker.draining).isTrue();
            case BUSY -> assertThat(onlooker.waitingFrom(guest.who.network())).isEqualTo(onlooker.mostWaiting);
            default -> throw new AssertionError("refused: " + refusal);
        }
    }

    private void gone(Guest guest) {
        assertThat(guest.isOverdue(now)
                        || isFor(guest.id(), Command.Lost.class)
                        || isFor(guest.id(), Command.Evict.class))
                .as("%s had to go", guest)
                .isTrue();
        onlooker.guests.remove(guest.id());
        onlooker.owed.remove(guest.id());
    }

    private void sample(Map<String, Integer> online) {
        Map<String, Integer> counted = new HashMap<>();
        for (Guest guest : onlooker.guests.values()) counted.merge(guest.who.lane(), 1, Integer::sum);
        assertThat(online).isEqualTo(counted);
    }
}
