package chat.passerby.signaling;

import chat.passerby.signaling.care.AgeCheck;
import chat.passerby.signaling.care.AgeKey;
import chat.passerby.signaling.care.Helplines;
import chat.passerby.signaling.care.HelplinesFile;
import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.connection.Admission;
import chat.passerby.signaling.connection.Caretaker;
import chat.passerby.signaling.connection.Clock;
import chat.passerby.signaling.connection.Connections;
import chat.passerby.signaling.connection.Gate;
import chat.passerby.signaling.connection.House;
import chat.passerby.signaling.connection.Reception;
import chat.passerby.signaling.connection.Seating;
import chat.passerby.signaling.console.Console;
import chat.passerby.signaling.console.Premises;
import chat.passerby.signaling.front.Front;
import chat.passerby.signaling.ice.IceServers;
import chat.passerby.signaling.ice.Paths;
import chat.passerby.signaling.ice.Relays;
import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.lobby.Command;
import chat.passerby.signaling.lobby.Lobby;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.moderation.Arrivals;
import chat.passerby.signaling.moderation.Blocks;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.Conversations;
import chat.passerby.signaling.moderation.Decisions;
import chat.passerby.signaling.moderation.Measures;
import chat.passerby.signaling.moderation.Notices;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.moderation.PastRooms;
import chat.passerby.signaling.moderation.Retention;
import chat.passerby.signaling.moderation.Transparency;
import chat.passerby.signaling.ops.MetricsPage;
import chat.passerby.signaling.ops.Probes;
import chat.passerby.signaling.ops.Readiness;
import chat.passerby.signaling.protocol.CloseCause;
import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.room.Rooms;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.Seals;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.session.Sessions;
import chat.passerby.signaling.session.Tickets;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.store.Store;
import chat.passerby.signaling.web.AgeDoor;
import chat.passerby.signaling.web.Certificates;
import chat.passerby.signaling.web.CheckPage;
import chat.passerby.signaling.web.ErrorPage;
import chat.passerby.signaling.web.Listener;
import chat.passerby.signaling.web.Page;
import chat.passerby.signaling.web.SecurityHeaders;
import chat.passerby.signaling.web.sheet.Callers;
import chat.passerby.signaling.web.sheet.Sheets;
import chat.passerby.turn.check.RelayCheck;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole server, wired by hand, top to bottom.
public final class Server {
    /// People in the line from one network: a campus, not a flood.
    private static final int MOST_WAITING = 1_000;
    private static final int ROOM_BITS = 128;
    /// For everybody to hear that the server restarts.
    private static final Duration GOODBYES = Duration.ofSeconds(2);

    /// Between two looks at whether they changed.
    private static final Duration FILES = Duration.ofSeconds(5);
    private static final Duration PURGES = Duration.ofMinutes(10);
    /// Between two looks at the relays while none works; else it is only each sixth time.
    private static final Duration RELAYS = Duration.ofSeconds(10);

    private static final int SELDOM = 6;

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server(new VirtualThreadPool());
    private final ServerConnector connector;
    private final Connections connections = new Connections();
    private final Rooms rooms = new Rooms(Clock::wall);
    private final Store store;
    private final PastRooms pastRooms;
    private final Office office;
    private final Measures measures;
    private final Retention retention;
    private final Conversations conversations;
    private final @Nullable EmbeddedRelay relay;
    private final Relays relays;
    private final Paths paths;
    private final LobbyLoop lobby;
    private final Caretaker caretaker;
    private final @Nullable Certificates certificates;
    private final @Nullable MetricsPage metrics;
    private final Sheets sheets;
    private final ScheduledExecutorService chores = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("chores").daemon().factory());
    /// Of the chores' thread.
    private int looks;

    private volatile boolean draining;

    public Server(Settings settings) throws Exception {
        this(settings, null);
    }

    /// One that shows the check page, too.
    ///
    /// @param hoster who may use it; without anybody, it is not there
    public Server(Settings settings, CheckPage.@Nullable Gate hoster) throws Exception {
        this(settings, checking(new RelayCheck(new SecureRandom())), hoster);
    }

    private static Relays.Check checking(RelayCheck check) {
        return servers -> check.check(servers, Instant.ofEpochMilli(Clock.wall()));
    }

    /// For tests: with relays of which somebody else says whether they work.
    public Server(Settings settings, Relays.Check check, CheckPage.@Nullable Gate hoster) throws Exception {
        store = Store.open(settings.data());
        pastRooms = new PastRooms(store);
        Secrets secrets = Secrets.load(settings.data());
        Helplines helplines = HelplinesFile.read(settings.care().helplines(), settings.data());
        remindOfStale(helplines);
        Page page = Page.inJar().with("/" + HelplinesFile.NAME, HelplinesFile.json(helplines));
        office = Office.of(store, secrets, settings.moderation());
        measures = Measures.load(office, Instant.ofEpochMilli(Clock.wall()));
        conversations = new Conversations(store);
        retention = new Retention(office, Duration.ofMillis(Lobby.GRACE), Rooms.REMEMBERED);
        rooms.remember(pastRooms.load());
        relay = EmbeddedRelay.start(settings);
        relays = new Relays(EmbeddedRelay.checked(relay, settings), check, Clock::wall);
        paths = new Paths(settings.mediaPath(), relays::work, settings.loopback());
        House house = new House(
                secrets,
                new Sessions(new SecureRandom(), Clock::steady),
                new Tickets(secrets),
                new Seals(secrets),
                rooms,
                new NetworkLimits<>(Clock::steady),
                settings.lanes(),
                ages(settings),
                new IceServers(
                        EmbeddedRelay.stun(relay, settings),
                        EmbeddedRelay.told(relay, settings),
                        settings.turn().ttl(),
                        new SecureRandom(),
                        relay == null ? tag -> {} : relay::revoke),
                paths,
                new Cases(office, measures),
                measures,
                conversations,
                new Arrivals(!settings.trustedProxies().isEmpty()),
                new Blocks(store),
                page.build());
        lobby = new LobbyLoop(
                new Lobby(new SecureRandom(), () -> new RoomId(Secrets.random(ROOM_BITS)), MOST_WAITING),
                new Seating(house, connections),
                Clock::steady);
        caretaker = new Caretaker(house, connections);
        Reception reception = new Reception(house, connections, lobby);
        measures.announceTo(reception.judgements());
        Gate gate = new Gate(secrets, () -> settings.origins(port()), settings.trustedProxies());
        Admission admission = new Admission(house, reception, connections, gate);

        Figures figures = new Figures(connections, rooms, lobby, relays, relay);
        metrics = settings.metrics() == null ? null : new MetricsPage(settings.metrics(), figures::read);
        Console console = new Console(
                Page.forModerators(),
                new Premises(
                        office,
                        house.cases(),
                        measures,
                        new Decisions(office, measures, () -> house.arrivals().peers(now())),
                        house.networks(),
                        gate::network,
                        () -> settings.address(port()),
                        Clock::steady,
                        Server::now));

        SecurityHeaders headers = new SecurityHeaders(settings.site().url());
        certificates = settings.tls() == null ? null : Certificates.of(settings.tls());
        connector = Listener.on(jetty, settings.http(), headers, certificates == null ? null : certificates.tls());
        jetty.addConnector(connector);
        jetty.setErrorHandler(new ErrorPage(headers));
        WebSocketComponents components = WebSocketServerComponents.ensureWebSocketComponents(jetty);
        components.getExtensionRegistry().unregister("permessage-deflate");
        WebSocketUpgradeHandler webSockets = new WebSocketUpgradeHandler(components);
        webSockets.addMapping("/ws", admission);
        sheets = new Sheets(
                page.sheet(),
                new Sheets.Matter(
                        settings.about(),
                        retention.rows(),
                        new Transparency(office)::months,
                        new Notices(office),
                        new Callers(gate, house.networks())),
                headers,
                Server::now);
        var handlers = new ArrayList<Handler>(List.of(
                new Probes(this::readiness), new AgeDoor(settings.care().age()), Front.of(gate, house, office)));
        if (hoster != null) handlers.add(checkPage(settings, gate, house, page, hoster));
        handlers.add(console);
        handlers.add(sheets);
        handlers.add(page);
        webSockets.setHandler(new Handler.Sequence(handlers));
        jetty.setHandler(webSockets);
    }

    private CheckPage checkPage(Settings settings, Gate gate, House house, Page page, CheckPage.Gate hoster) {
        return new CheckPage(
                page,
                hoster,
                () -> settings.origins(port()),
                request -> {
                    NetworkId network = gate.network(request);
                    return house.networks().spend(Limit.CHECK, network)
                            ? OptionalInt.empty()
                            : OptionalInt.of(house.networks().retryAfter(Limit.CHECK, network));
                },
                () -> new CheckPage.Answer(house.ice().each(Instant.ofEpochMilli(Clock.wall())), relays.states()));
    }

    private AgeCheck ages(Settings settings) throws InvalidSettings {
        Settings.Age age = settings.care().age();
        if (age == null) return AgeCheck.NONE;
        return AgeCheck.of(
                AgeKey.read(age.key()), () -> settings.address(port()).toString());
    }

    private static void remindOfStale(Helplines helplines) {
        List<String> stale = helplines.stale(LocalDate.ofInstant(Instant.ofEpochMilli(Clock.wall()), ZoneOffset.UTC));
        if (!stale.isEmpty())
            LOG.warn(
                    "A wrong number does harm. Look these helplines up again, and date them in {}: {}",
                    Key.CARE_HELPLINES_FILE,
                    String.join(", ", stale));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Clock.wall());
    }

    private Readiness readiness() {
        return new Readiness(draining, store.works(), relays.work(), relays.states());
    }

    public void start() throws Exception {
        lobby.start();
        caretaker.start();
        if (certificates != null) repeat(certificates::refresh, FILES, FILES);
        repeat(sheets::refresh, FILES, FILES);
        repeat(this::purge, Duration.ZERO, PURGES);
        repeat(this::lookAtRelaysIfDue, Duration.ZERO, RELAYS);
        if (metrics != null) metrics.start();
        jetty.start();
    }

    private void lookAtRelaysIfDue() {
        boolean stopped = relay != null && !relay.listens();
        if (looks++ % SELDOM == 0 || stopped || !relays.work()) lookAtRelays();
    }

    /// Tries whether they work; also done by itself every minute.
    public void lookAtRelays() {
        List<MediaPath> before = paths.offered();
        if (relay != null) relay.mend();
        try {
            relays.look();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        List<MediaPath> offered = paths.offered();
        if (!offered.equals(before)) connections.tellAll(new ServerMessage.Paths(offered));
    }

    /// What is over its time goes.
    private void purge() {
        Instant now = Instant.ofEpochMilli(Clock.wall());
        try {
            store.probe();
            conversations.writeDown(now);
            retention.purge(now);
            measures.reload(now);
        } catch (StorageException e) {
            if (!draining) LOG.error("What is over its time could not be deleted. {}", e.getMessage());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a chore catches what it throws
    private void repeat(Runnable chore, Duration first, Duration every) {
        chores.scheduleWithFixedDelay(
                () -> {
                    try {
                        chore.run();
                    } catch (RuntimeException | LinkageError fault) {
                        LOG.error("A chore failed; please report this", fault);
                    }
                },
                first.toSeconds(),
                every.toSeconds(),
                TimeUnit.SECONDS);
    }

    /// For tests, which decide what moderators would.
    public Office office() {
        return office;
    }

    /// Likewise.
    public Measures measures() {
        return measures;
    }

    /// Where it listens, once started.
    public int port() {
        return connector.getLocalPort();
    }

    @Nullable
    EmbeddedRelay relay() {
        return relay;
    }

    /// Where the metrics page listens, if there is one.
    OptionalInt metricsPort() {
        return metrics == null ? OptionalInt.empty() : OptionalInt.of(metrics.port());
    }

    /// Takes no new pairs, tells everybody to come back, and stops.
    public void stop() {
        draining = true;
        chores.shutdownNow();
        lobby.submit(new Command.Drain());
        connector.close(); // who comes back at once must not find the one that goes
        try {
            connections.closeAll(CloseCause.RESTART, GOODBYES);
            caretaker.close();
            jetty.stop();
            if (metrics != null) metrics.stop();
        } catch (Exception e) {
            LOG.warn("The web server did not stop cleanly", e);
        }
        lobby.close();
        if (relay != null) relay.close();
        try {
            pastRooms.save(rooms.recent());
        } catch (StorageException e) {
            LOG.warn(
                    "Rooms that ended lately could not be stored, and cannot be reported after the restart. {}",
                    e.getMessage());
        }
        try {
            conversations.writeDown(Instant.ofEpochMilli(Clock.wall()));
        } catch (StorageException e) {
            LOG.warn("The last conversations are missing in the month's count. {}", e.getMessage());
        }
        store.close();
    }
}
