package chat.passerby.signaling.connection;

import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.lobby.Command;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.lobby.Returning;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.CloseCause;
import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.session.Session;
import chat.passerby.signaling.session.Sessions;
import chat.passerby.signaling.session.Tickets;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From `hello` to `welcome`: a new session, an old one, or one that a room ticket brings back after a restart; and
/// from
/// the socket's end to the lobby. Any thread.
final class Greeter {
    /// The protocol versions spoken.
    static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Greeter.class);
    private static final int BROWSER_KEY_BITS = 128;

    private final House house;
    private final Connections connections;
    private final LobbyLoop lobby;
    /// Who comes and who goes does so one after the other: a socket may end while its `hello` is answered, or the next
    /// one's, and the lobby must hear of both in the order in which the sessions and connections changed.
    private final Doorkeeper door;

    Greeter(House house, Connections connections, LobbyLoop lobby, Doorkeeper door) {
        this.door = door;
        this.house = house;
        this.connections = connections;
        this.lobby = lobby;
    }

    void greet(Connection connection, ClientMessage.Hello hello) {
        String lane = hello.lane() == null ? "" : hello.lane();
        String young = house.ages().fault(hello.age(), Clock.wall());
        if (!hello.versions().contains(VERSION)) {
            connection.refuse(Refusal.VERSION, "hello", "this server speaks version " + VERSION, null);
            connection.close(CloseCause.VERSION);
        } else if (!lane.isEmpty() && !house.lanes().has(lane)) {
            connection.refuse(Refusal.UNKNOWN_LANE, "hello", Words.why(Refusal.UNKNOWN_LANE), null);
            connection.close(CloseCause.UNKNOWN_LANE);
        } else if (young != null) {
            connection.refuse(Refusal.AGE, "hello", young, null);
            connection.close(CloseCause.AGE);
        } else {
            Greeting greeting = new Greeting(connection, hello.browserKey(), lane);
            synchronized (door) {
                if (connections.isOpen(connection) && !door.turnsAway(connection, greeting.browser))
                    greeting.say(hello.resume());
            }
        }
    }

    /// A connection is gone. If it was its visitor's newest, the lobby hears of it.
    void farewell(Connection connection) {
        synchronized (door) {
            Session session = connection.session();
            if (!connections.closed(connection) || session == null) return;
            house.sessions().detach(session);
            lobby.submit(new Command.Lost(session.visitor()));
        }
    }

    /// One `hello` being answered.
    private final class Greeting {
        private final Connection connection;
        private final String key;
        private final BrowserId browser;
        private final String lane;
        private final Set<BrowserId> blocked;

        Greeting(Connection connection, @Nullable String browserKey, String lane) {
            this.connection = connection;
            this.lane = lane;
            key = browserKey == null ? Secrets.random(BROWSER_KEY_BITS) : browserKey;
            browser = house.secrets().browser(key);
            blocked = browserKey == null ? Set.of() : blocked();
        }

        void say(ClientMessage.@Nullable Resume resume) {
            if (resume == null) {
                fresh();
                return;
            }
            Returning returning = new Returning(resume.ticket() != null, resume.received(), resume.negotiation());
            Optional<Sessions.Issued> known = house.sessions().resume(resume.token(), browser, lane);
            if (known.isPresent()) {
                Counter.RESUMED.increment();
                Session session = admit(known.get(), true);
                lobby.submit(new Command.Resume(arrival(session), returning));
            } else if (resume.ticket() == null) {
                connection.refuse(Refusal.UNKNOWN_TOKEN, "hello", Words.why(Refusal.UNKNOWN_TOKEN), null);
                fresh();
            } else restore(resume.token(), resume.ticket(), returning);
        }

        private void restore(String token, String text, Returning returning) {
            switch (house.tickets().open(text, token, Clock.wall())) {
                case Tickets.Opened.Bad bad -> roomless(bad.reason());
                case Tickets.Opened.Good good -> {
                    RoomTicket ticket = good.ticket();
                    if (!ticket.me().browser().equals(browser) || !ticket.lane().equals(lane)) roomless(NoRoom.INVALID);
                    else if (house.rooms().hasEnded(ticket.room())) roomless(NoRoom.ENDED);
                    else seat(ticket, returning);
                }
            }
        }

        private void seat(RoomTicket ticket, Returning returning) {
            Optional<Sessions.Issued> restored = house.sessions().restore(ticket, connection.network());
            if (restored.isEmpty()) {
                roomless(NoRoom.USED);
                return;
            }
            Counter.REBUILT.increment();
            Session session = admit(restored.get(), true);
            lobby.submit(new Command.Restore(ticket, arrival(session), returning));
        }

        private void roomless(NoRoom reason) {
            fresh();
            connection.send(new ServerMessage.NoRoomLeft(reason));
        }

        private void fresh() {
            if (!house.networks().spend(Limit.SESSION, connection.network())) {
                connection.refuse(Refusal.BUSY, "hello", "too many new visitors from your network", null);
                connection.close(CloseCause.TOO_SLOW);
                return;
            }
            house.arrivals().arrive(connection.network(), Instant.ofEpochMilli(Clock.wall()));
            Session session = admit(house.sessions().open(browser, connection.network(), lane), false);
            lobby.submit(arrival(session));
        }

        private Session admit(Sessions.Issued issued, boolean resumed) {
            Session session = issued.session();
            connection.send(new ServerMessage.Welcome(
                    VERSION,
                    house.build(),
                    session.alias(),
                    issued.token(),
                    key,
                    resumed,
                    connections.online(lane),
                    house.paths().offered()));
            connection.welcome(session);
            door.warn(connection, browser);
            Connection older = connections.attach(session.visitor(), connection);
            if (older != null) replace(older, session);
            return session;
        }

        /// The spare token lets the visitor change their mind: the one that this tab has is over soon.
        private void replace(Connection older, Session session) {
            older.send(new ServerMessage.Replaced(house.sessions().spare(session)));
            older.close(CloseCause.REPLACED);
        }

        /// Whom this browser must not meet again; this waits for the disk. If the store fails, people still meet.
        private Set<BrowserId> blocked() {
            try {
                return house.blocks().of(browser, Instant.ofEpochMilli(Clock.wall()));
            } catch (StorageException e) {
                LOG.error("Blocks could not be read; someone may meet whom they blocked. {}", e.getMessage());
                return Set.of();
            }
        }

        private Command.Arrive arrival(Session session) {
            return new Command.Arrive(session.visitor(), session.browser(), session.network(), session.lane(), blocked);
        }
    }
}
