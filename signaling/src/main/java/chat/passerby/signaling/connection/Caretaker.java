package chat.passerby.signaling.connection;

import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.session.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes round once a second: pings, deadlines, newer room tickets, newer ICE servers. One thread of its own, which
/// sends nothing itself.
public final class Caretaker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

    private final Connections connections;
    private final Invitations invitations;
    private final Optional<Duration> renewal;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("caretaker").daemon().factory());

    public Caretaker(House house, Connections connections) {
        this.connections = connections;
        invitations = new Invitations(house);
        renewal = house.ice().renewal();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a round catches what it throws
    public void start() {
        rounds.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    private void round() {
        long now = Clock.steady();
        for (Connection connection : connections.open()) {
            try {
                look(connection, now);
            } catch (RuntimeException fault) {
                LOG.error("A connection could not be looked after; please report this", fault);
            }
        }
    }

    private void look(Connection connection, long now) {
        connection.check(now);
        Session session = connection.session();
        if (session == null) return;
        if (connection.ticketDue(now) && connection.place() instanceof Place.Seated seat)
            seat.room().tell(seat.side(), invitations.renewedTicket(seat, session));
        if (renewal.isPresent() && connection.iceServersDue(now, renewal.get())) {
            ServerMessage newer = invitations.renewedIceServers(session);
            if (newer != null) connection.send(newer);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
