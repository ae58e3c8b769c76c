package chat.passerby.signaling.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.TokenHash;
import chat.passerby.signaling.session.VisitorId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/// A lobby, its clock, and people who come: what the tests of this package play on. Everybody is in a browser, on a
/// network of their own, unless said otherwise.
final class Scene {
    static final Preferences TEXT = wish(Role.CHAT);
    static final Returning BACK = new Returning(false, 3, 1);
    static final Returning BACK_TO_A_ROOM = new Returning(true, 3, 1);

    private static final int ROOMY = 1_000;
    private static final long TICK = 250;

    private final Lobby lobby;
    private final Map<VisitorId, Command.Arrive> arrivals = new HashMap<>();
    private long now = 1_000;
    private int rooms;

    Scene() {
        this(ROOMY);
    }

    Scene(int mostWaiting) {
        lobby = new Lobby(new SplittableRandom(7), () -> new RoomId("room " + ++rooms), mostWaiting);
    }

    static Preferences wish(Role role) {
        return new Preferences(Mode.TEXT, MediaPath.DIRECT, role, List.of(), List.of());
    }

    static Preferences speaking(String... languages) {
        return new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.CHAT, List.of(), List.of(languages));
    }

    static Preferences liking(String... interests) {
        return new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.CHAT, List.of(interests), List.of());
    }

    static Preferences video() {
        return new Preferences(Mode.VIDEO, MediaPath.DIRECT, Role.CHAT, List.of(), List.of());
    }

    VisitorId arrive() {
        return arriveIn("");
    }

    VisitorId arriveIn(String lane) {
        return arrive(ownBrowser(), ownNetwork(), lane, Set.of());
    }

    VisitorId arriveInSecondTabOf(VisitorId visitor) {
        return arrive(
                who(visitor).browser(), who(visitor).network(), who(visitor).lane(), Set.of());
    }

    VisitorId arriveFrom(String network) {
        return arrive(ownBrowser(), new NetworkId(network), "", Set.of());
    }

    VisitorId arriveBlocking(VisitorId... others) {
        Set<BrowserId> blocked = new HashSet<>();
        for (VisitorId other : others) blocked.add(who(other).browser());
        return arrive(ownBrowser(), ownNetwork(), "", blocked);
    }

    private BrowserId ownBrowser() {
        return new BrowserId("browser " + arrivals.size());
    }

    private NetworkId ownNetwork() {
        return new NetworkId("network " + arrivals.size());
    }

    private VisitorId arrive(BrowserId browser, NetworkId network, String lane, Set<BrowserId> blocked) {
        VisitorId visitor = new VisitorId(arrivals.size());
        arrivals.put(visitor, new Command.Arrive(visitor, browser, network, lane, blocked));
        assertThat(tell(who(visitor))).isEmpty();
        return visitor;
    }

    /// How this visitor arrived.
    Command.Arrive who(VisitorId visitor) {
        return Objects.requireNonNull(arrivals.get(visitor), "never arrived");
    }

    List<Effect> tell(Command command) {
        return lobby.apply(command, now);
    }

    List<Effect> find(VisitorId visitor, Preferences preferences) {
        return tell(new Command.Find(visitor, preferences));
    }

    List<Effect> next(VisitorId visitor, RoomId room) {
        return tell(new Command.Next(visitor, room, null));
    }

    List<Effect> stop(VisitorId visitor) {
        return tell(new Command.Stop(visitor));
    }

    List<Effect> lose(VisitorId visitor) {
        return tell(new Command.Lost(visitor));
    }

    List<Effect> resume(VisitorId visitor) {
        return resume(visitor, BACK);
    }

    List<Effect> resume(VisitorId visitor, Returning returning) {
        return tell(new Command.Resume(who(visitor), returning));
    }

    List<Effect> sever(VisitorId visitor, RoomId room, VisitorId other) {
        return tell(new Command.Sever(visitor, room, who(other).browser()));
    }

    void here(VisitorId visitor, RoomId room) {
        assertThat(tell(new Command.Here(visitor, room))).isEmpty();
    }

    /// Time goes by, and nothing happens meanwhile.
    void stall(long millis) {
        now += millis;
    }

    /// Time goes by, as the loop lets it. Counts of who is online come all the time and are left out.
    List<Effect> pass(long millis) {
        List<Effect> effects = new ArrayList<>();
        for (long end = now + millis; now < end; ) {
            now = Math.min(end, now + TICK);
            effects.addAll(tell(new Command.Tick()));
        }
        effects.removeIf(Effect.Sample.class::isInstance);
        return effects;
    }

    /// Lets these two meet, both of them at the screen.
    RoomId meet(VisitorId waiter, VisitorId arriver) {
        assertThat(find(waiter, TEXT)).hasExactlyElementsOfTypes(Effect.Wait.class);
        RoomId room = pair(find(arriver, TEXT)).room();
        here(waiter, room);
        here(arriver, room);
        return room;
    }

    static Effect.Pair pair(List<Effect> effects) {
        return single(effects, Effect.Pair.class);
    }

    static Effect.Wait wait(List<Effect> effects) {
        return single(effects, Effect.Wait.class);
    }

    private static <E extends Effect> E single(List<Effect> effects, Class<E> type) {
        List<E> found =
                effects.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).as("%s in %s", type.getSimpleName(), effects).hasSize(1);
        return found.getFirst();
    }

    String stateOf(VisitorId visitor) {
        return lobby.stateOf(visitor);
    }

    int size() {
        return lobby.size();
    }

    /// The ticket for a room in which these two sat before the server restarted.
    static RoomTicket ticket(RoomId room, Command.Arrive me, Command.Arrive partner, Preferences mine) {
        return new RoomTicket(
                room,
                mine.mode(),
                me.lane(),
                Side.A,
                holder(me, mine.role()),
                mine.interests(),
                mine.languages(),
                holder(partner, Role.CHAT),
                new TokenHash("hash"),
                0);
    }

    private static RoomTicket.Holder holder(Command.Arrive who, Role role) {
        return new RoomTicket.Holder(
                who.visitor(), "CalmOtter42", MediaPath.DIRECT, role, who.browser(), who.network());
    }
}
