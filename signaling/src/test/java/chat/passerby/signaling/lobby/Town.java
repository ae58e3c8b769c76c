package chat.passerby.signaling.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Eviction;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.VisitorId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A few people, what their tabs and the database keep, and a server that may be killed. Turns each [Step] into
/// commands, under the eyes of an [Onlooker].
final class Town {
    /// One tab.
    record Person(String browser, String network, String lane) {}

    record Plan(List<Person> people, int mostWaiting, long seed) {}

    private static final class Tab {
        final Person person;
        VisitorId visitor = new VisitorId(-1);
        /// Of the room they were seated in last.
        @Nullable
        RoomTicket ticket;

        Tab(Person person) {
            this.person = person;
        }
    }

    private static final RoomId NO_ROOM = new RoomId("no room");
    private static final Returning BACK = new Returning(false, 0, 0);
    private static final int TICK = 1_000;

    private final int mostWaiting;
    private final SplittableRandom random;
    private final List<Tab> tabs;
    /// Who must not meet whom, as stored, both ways.
    private final Map<BrowserId, Set<BrowserId>> blocked = new HashMap<>();
    /// Rooms that ended while this server ran: their tickets are refused.
    private final Set<RoomId> ended = new HashSet<>();

    private final List<String> story = new ArrayList<>();
    /// What has been answered so far, of every kind.
    final List<Effect> answers = new ArrayList<>();

    private Lobby lobby;
    private Onlooker onlooker;
    private long now = 1_000;
    private int names;

    Town(Plan plan) {
        mostWaiting = plan.mostWaiting();
        random = new SplittableRandom(plan.seed());
        tabs = plan.people().stream().map(Tab::new).toList();
        lobby = server();
        onlooker = new Onlooker(mostWaiting);
    }

    private Lobby server() {
        return new Lobby(random, () -> new RoomId("room " + ++names), mostWaiting);
    }

    void take(Step step) {
        switch (step) {
            case Step.Find find -> find(tab(find.who()), find.wish());
            case Step.Next next -> tell(new Command.Next(tab(next.who()).visitor, lastRoom(tab(next.who())), null));
            case Step.NextOther next -> tell(new Command.Next(tab(next.who()).visitor, otherRoom(next.who()), null));
            case Step.Stop stop -> tell(new Command.Stop(tab(stop.who()).visitor));
            case Step.Here here -> tell(new Command.Here(tab(here.who()).visitor, lastRoom(tab(here.who()))));
            case Step.Sever sever -> sever(tab(sever.who()));
            case Step.Lose lose -> tell(new Command.Lost(tab(lose.who()).visitor));
            case Step.Return back -> comeBack(tab(back.who()));
            case Step.Evict evict -> evict(tab(evict.who()));
            case Step.Pass pass -> pass(pass.millis(), pass.stalled() ? pass.millis() : TICK);
            case Step.Drain drain -> tell(new Command.Drain());
            case Step.Restart restart -> restart();
        }
    }

    private Tab tab(int who) {
        return tabs.get(who % tabs.size());
    }

    private RoomId lastRoom(Tab tab) {
        return tab.ticket == null ? NO_ROOM : tab.ticket.room();
    }

    private RoomId otherRoom(int who) {
        RoomId neighbours = lastRoom(tab(who + 1));
        return neighbours.equals(lastRoom(tab(who))) ? NO_ROOM : neighbours;
    }

    private void find(Tab tab, Preferences wish) {
        if (!onlooker.knows(tab.visitor)) comeBack(tab);
        tell(new Command.Find(tab.visitor, wish));
    }

    private void sever(Tab tab) {
        if (tab.ticket == null || !onlooker.knows(tab.visitor)) return;
        BrowserId other = tab.ticket.partner().browser();
        blocked.computeIfAbsent(browser(tab), absent -> new HashSet<>()).add(other);
        blocked.computeIfAbsent(other, absent -> new HashSet<>()).add(browser(tab));
        tell(new Command.Sever(tab.visitor, tab.ticket.room(), other));
    }

    private void evict(Tab tab) {
        if (onlooker.knows(tab.visitor)) tell(new Command.Evict(tab.visitor, Eviction.MODERATION));
    }

    /// As the greeter does: by the token, else by the ticket, else as somebody new.
    private void comeBack(Tab tab) {
        boolean session = onlooker.knows(tab.visitor) && !onlooker.guest(tab.visitor).kept;
        if (session) tell(new Command.Resume(arrival(tab), BACK));
        else if (tab.ticket != null
                && tab.ticket.me().visitor().equals(tab.visitor)
                && !ended.contains(tab.ticket.room())) tell(new Command.Restore(tab.ticket, arrival(tab), BACK));
        else {
            tab.visitor = new VisitorId(++names);
            tell(arrival(tab));
        }
    }

    private static BrowserId browser(Tab tab) {
        return new BrowserId(tab.person.browser());
    }

    private Command.Arrive arrival(Tab tab) {
        return new Command.Arrive(
                tab.visitor,
                browser(tab),
                new NetworkId(tab.person.network()),
                tab.person.lane(),
                Set.copyOf(blocked.getOrDefault(browser(tab), Set.of())));
    }

    private void restart() {
        story.add("the server is killed");
        lobby = server();
        onlooker = new Onlooker(mostWaiting);
        ended.clear();
    }

    void pass(int millis, int tick) {
        for (int passed = 0; passed < millis; passed += tick) {
            now += tick;
            tell(new Command.Tick());
        }
    }

    private void tell(Command command) {
        story.add(now + " " + command);
        try {
            onlooker.hear(command, now);
            List<Effect> effects = lobby.apply(command, now);
            story.add("    → " + effects);
            Judgement judgement = new Judgement(onlooker, command);
            for (Effect effect : effects) {
                judgement.see(effect);
                keep(effect);
            }
            onlooker.settle(command, lobby::stateOf);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(broken.getMessage() + ending(), broken);
        }
    }

    private String ending() {
        return "\n" + String.join("\n", story.subList(Math.max(0, story.size() - 40), story.size()));
    }

    private void keep(Effect effect) {
        answers.add(effect);
        if (effect instanceof Effect.End end) ended.add(end.room());
        if (!(effect instanceof Effect.Pair pair)) return;
        keepTicket(pair, pair.waiter(), pair.arriver());
        keepTicket(pair, pair.arriver(), pair.waiter());
    }

    private void keepTicket(Effect.Pair pair, Effect.One me, Effect.One partner) {
        Command.Arrive who = onlooker.guest(me.visitor()).who;
        Command.Arrive other = onlooker.guest(partner.visitor()).who;
        for (Tab tab : tabs)
            if (tab.visitor.equals(me.visitor())) tab.ticket = Scene.ticket(pair.room(), who, other, me.preferences());
    }

    /// Everybody is at the screen, and nobody does anything for a minute.
    void quieten() {
        for (int passed = 0; passed < 60_000; passed += TICK) {
            for (Tab tab : tabs) tell(new Command.Here(tab.visitor, lastRoom(tab)));
            pass(TICK, TICK);
        }
    }

    /// Two wait only for a rule that never loosens.
    void nobodyWaitsInVain() {
        for (Guest one : onlooker.line())
            for (Guest other : onlooker.line())
                assertThat(one != other
                                && one.mayEverMeet(other)
                                && !onlooker.blocked(one.who.browser(), other.who.browser()))
                        .as("%s waits beside %s%s", one, other, ending())
                        .isFalse();
    }

    void empty() {
        for (Tab tab : tabs) tell(new Command.Lost(tab.visitor));
        pass(40_000, TICK);
    }

    int size() {
        return lobby.size();
    }
}
