package chat.passerby.signaling.connection;

import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.lobby.Command;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.protocol.Codec;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.Session;
import chat.passerby.signaling.session.Sessions;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// What every connection shares. Any thread.
public final class Reception {
    private final Codec codec = new Codec();
    private final Executor executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("outbox").factory());
    private final House house;
    private final Connections connections;
    private final LobbyLoop lobby;
    private final Greeter greeter;
    private final Desk desk;

    public Reception(House house, Connections connections, LobbyLoop lobby) {
        this.house = house;
        this.connections = connections;
        this.lobby = lobby;
        greeter = new Greeter(house, connections, lobby);
        desk = new Desk(house, lobby);
    }

    Codec codec() {
        return codec;
    }

    Executor executor() {
        return executor;
    }

    Greeter greeter() {
        return greeter;
    }

    Desk desk() {
        return desk;
    }

    Sessions sessions() {
        return house.sessions();
    }

    NetworkLimits<NetworkId> networks() {
        return house.networks();
    }

    Connections connections() {
        return connections;
    }

    /// A connection is gone. If it was its visitor's newest, the lobby hears of it.
    void farewell(Connection connection) {
        Session session = connection.session();
        if (!connections.closed(connection) || session == null) return;
        house.sessions().detach(session);
        lobby.submit(new Command.Lost(session.visitor()));
    }
}
