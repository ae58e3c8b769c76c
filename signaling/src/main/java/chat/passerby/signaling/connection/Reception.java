package chat.passerby.signaling.connection;

import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.moderation.Judgements;
import chat.passerby.signaling.protocol.Codec;
import chat.passerby.signaling.session.NetworkId;
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
    private final Doorkeeper doorkeeper;
    private final Greeter greeter;
    private final Desk desk;

    public Reception(House house, Connections connections, LobbyLoop lobby) {
        this.house = house;
        this.connections = connections;
        doorkeeper = new Doorkeeper(house, connections, lobby);
        greeter = new Greeter(house, connections, lobby, doorkeeper);
        desk = new Desk(house, lobby, doorkeeper);
    }

    /// Who tells people what was decided about them.
    public Judgements judgements() {
        return doorkeeper;
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

    void farewell(Connection connection) {
        greeter.farewell(connection);
    }
}
