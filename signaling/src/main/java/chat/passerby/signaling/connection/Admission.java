package chat.passerby.signaling.connection;

import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.session.NetworkId;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;

/// Who may open a WebSocket: pages of the allowed origins (RFC 6455 §10.2), as long as there is room. Any thread.
public final class Admission implements WebSocketNegotiator {
    /// Connections at most; each costs a few kilobytes.
    private static final int CONNECTIONS = 50_000;

    /// Of one network: a campus, and not the whole house.
    private static final int CONNECTIONS_OF_A_NETWORK = 2_000;

    private final House house;
    private final Reception reception;
    private final Connections connections;
    private final Gate gate;

    public Admission(House house, Reception reception, Connections connections, Gate gate) {
        this.house = house;
        this.reception = reception;
        this.connections = connections;
        this.gate = gate;
    }

    @Override
    public @Nullable FrameHandler negotiate(
            ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        String objection = gate.objection(request);
        if (objection != null) return turnAway(response, callback, HttpStatus.FORBIDDEN_403, objection);
        NetworkId network = gate.network(request);
        if (connections.from(network) >= CONNECTIONS_OF_A_NETWORK
                || !house.networks().spend(Limit.CONNECT, network))
            return turnAway(response, callback, HttpStatus.TOO_MANY_REQUESTS_429, "too many connections, try later");
        if (connections.size() >= CONNECTIONS)
            return turnAway(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "full, try later");
        return new Frames(reception, network);
    }

    private static @Nullable FrameHandler turnAway(Response response, Callback callback, int status, String why) {
        Counter.TURNED_AWAY.increment();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        Content.Sink.write(response, true, why + "\n", callback);
        return null;
    }

    @Override
    public void customize(Configuration configuration) {
        configuration.setMaxFrameSize(Bounds.MESSAGE);
        configuration.setMaxTextMessageSize(Bounds.MESSAGE);
        configuration.setAutoFragment(false);
        configuration.setIdleTimeout(Duration.ZERO); // the caretaker looks after the silent
    }
}
