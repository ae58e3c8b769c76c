package chat.passerby.signaling.connection;

import chat.passerby.signaling.lobby.Command;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.moderation.Code;
import chat.passerby.signaling.moderation.Judgements;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.CloseCause;
import chat.passerby.signaling.protocol.Eviction;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.protocol.Statement;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.Session;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps out whom a measure keeps out, shows out whom a new one reaches inside, and always says why. Nobody slips
/// through between the two: `hello` is answered under this object's lock, and whoever is to go is looked for under it,
/// once the measure is in force. Any thread; it waits for the disk only in [#noted].
final class Doorkeeper implements Judgements {
    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    private final House house;
    private final Connections connections;
    private final LobbyLoop lobby;

    Doorkeeper(House house, Connections connections, LobbyLoop lobby) {
        this.house = house;
        this.connections = connections;
        this.lobby = lobby;
    }

    /// Sends away who may not come in. They get no session.
    boolean turnsAway(Connection connection, BrowserId browser) {
        Instant now = now();
        if (house.measures().inForce(browser, connection.network(), now).isEmpty()) return false;
        Optional<Statement> own = house.measures().against(browser, now);
        own.ifPresent(statement -> connection.send(new ServerMessage.Judged(statement)));
        connection.send(new ServerMessage.Evicted(own.isPresent() ? Eviction.MODERATION : Eviction.NETWORK));
        connection.close(CloseCause.EVICTED);
        return true;
    }

    /// Tells a warning that was not read yet, if there is one.
    void warn(Connection connection, BrowserId browser) {
        house.measures()
                .warning(browser, now())
                .ifPresent(statement -> connection.send(new ServerMessage.Judged(statement)));
    }

    /// A warning was read. If that cannot be stored it is told once more.
    void noted(Session visitor, ClientMessage.Noted noted) {
        Optional<Code> code = Code.parse(noted.code());
        if (code.isEmpty()) return;
        try {
            house.measures().noted(code.get(), visitor.browser(), now());
        } catch (StorageException e) {
            LOG.error("That a warning was read could not be stored; it is told again. {}", e.getMessage());
        }
    }

    @Override
    public synchronized void judged(BrowserId browser, @Nullable NetworkId network, Statement statement) {
        for (Session session : house.sessions().where(session -> reaches(session, browser, network))) {
            boolean own = session.browser().equals(browser);
            Connection connection = connections.of(session.visitor());
            if (own && connection != null) connection.send(new ServerMessage.Judged(statement));
            if (statement.measure() != Measure.WARN)
                lobby.submit(new Command.Evict(session.visitor(), own ? Eviction.MODERATION : Eviction.NETWORK));
        }
    }

    /// A session may have come from one network and be on another by now.
    private boolean reaches(Session session, BrowserId browser, @Nullable NetworkId network) {
        if (session.browser().equals(browser)) return true;
        if (network == null) return false;
        Connection connection = connections.of(session.visitor());
        return network.equals(connection == null ? session.network() : connection.network());
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Clock.wall());
    }
}
