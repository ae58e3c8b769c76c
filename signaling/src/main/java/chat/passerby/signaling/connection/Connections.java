package chat.passerby.signaling.connection;

import chat.passerby.signaling.lobby.Effect;
import chat.passerby.signaling.protocol.CloseCause;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.Session;
import chat.passerby.signaling.session.VisitorId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Every live connection, and which one is a visitor's. Any thread.
public final class Connections {
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<VisitorId, Connection> byVisitor = new ConcurrentHashMap<>();
    private final Map<NetworkId, Integer> from = new ConcurrentHashMap<>();
    private volatile Effect.Sample sample = new Effect.Sample(Map.of(), Map.of());

    void opened(Connection connection) {
        if (open.add(connection)) from.merge(connection.network(), 1, Integer::sum);
    }

    /// How many are open from one network.
    int from(NetworkId network) {
        return from.getOrDefault(network, 0);
    }

    /// Whether its socket was not closed yet, as far as we heard.
    boolean isOpen(Connection connection) {
        return open.contains(connection);
    }

    /// Forgets a connection. True if it was its visitor's newest, or had none.
    boolean closed(Connection connection) {
        if (open.remove(connection))
            from.computeIfPresent(connection.network(), (network, count) -> count == 1 ? null : count - 1);
        if (open.isEmpty()) nobodyIsLeft();
        Session session = connection.session();
        return session == null || byVisitor.remove(session.visitor(), connection);
    }

    /// Makes this the visitor's connection.
    ///
    /// @return the older one that it replaces
    @Nullable
    Connection attach(VisitorId visitor, Connection connection) {
        return byVisitor.put(visitor, connection);
    }

    @Nullable
    Connection of(VisitorId visitor) {
        return byVisitor.get(visitor);
    }

    /// Visitors of a lane, as sampled last.
    int online(String lane) {
        return sample.online().getOrDefault(lane, 0);
    }

    /// Visitors of all lanes, as sampled last.
    public int online() {
        return sample.online().values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Those of all lanes who wait for a partner, as sampled last.
    public int waiting(Mode mode) {
        return sample.waiting().getOrDefault(mode, 0);
    }

    void sampled(Effect.Sample newest) {
        sample = newest;
    }

    public int size() {
        return open.size();
    }

    Set<Connection> open() {
        return open;
    }

    /// Tells everybody who has been welcomed.
    public void tellAll(ServerMessage message) {
        for (Connection connection : open) if (connection.session() != null) connection.send(message);
    }

    /// Closes all, as before a restart, and waits until they are; but not for those who do not answer.
    public synchronized void closeAll(CloseCause cause, Duration patience) throws InterruptedException {
        for (Connection connection : open) connection.close(cause);
        long end = Clock.steady() + patience.toMillis();
        for (long left = patience.toMillis(); left > 0 && !open.isEmpty(); left = end - Clock.steady()) wait(left);
    }

    private synchronized void nobodyIsLeft() {
        notifyAll();
    }
}
