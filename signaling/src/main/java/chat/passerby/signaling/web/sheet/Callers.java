package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.connection.Gate;
import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.session.NetworkId;
import org.eclipse.jetty.server.Request;

/// Who sends a form: from one of our pages, and not too often from one network. Any thread.
public record Callers(Gate gate, NetworkLimits<NetworkId> networks) {
    /// Whether the browser says that a page of ours sent this. Without cookies a form that another page sends can do no
    /// more than its author could; but it could do it from many visitors' networks.
    boolean fromHere(Request request) {
        return gate.objection(request) == null;
    }

    /// Takes one from what the caller's network may do.
    ///
    /// @return seconds until there is more, 0 if there was enough
    int spend(Limit row, Request request) {
        NetworkId network = gate.network(request);
        return networks.spend(row, network) ? 0 : networks.retryAfter(row, network);
    }
}
