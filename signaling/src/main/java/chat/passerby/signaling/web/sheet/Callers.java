package chat.passerby.signaling.web.sheet;

import chat.passerby.net.Cidr;
import chat.passerby.signaling.connection.ClientAddress;
import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.Secrets;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Who sends a form: from one of our pages, and not too often from one network. Any thread.
///
/// @param origins as browsers write them
/// @param trusted proxies whose Forwarded headers count
public record Callers(
        Secrets secrets, NetworkLimits<NetworkId> networks, Supplier<Set<String>> origins, List<Cidr> trusted) {
    public Callers {
        trusted = List.copyOf(trusted);
    }

    /// Whether the browser says that a page of ours sent this. Without cookies a form that another page sends can do no
    /// more than its author could; but it could do it from many visitors' networks.
    boolean fromHere(Request request) {
        @Nullable String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !origin.equals("null")) return origins.get().contains(origin);
        return "same-origin".equals(request.getHeaders().get("Sec-Fetch-Site"));
    }

    /// Takes one from what the caller's network may do.
    ///
    /// @return seconds until there is more, 0 if there was enough
    int spend(Limit row, Request request) {
        NetworkId network = network(request);
        return networks.spend(row, network) ? 0 : networks.retryAfter(row, network);
    }

    private NetworkId network(Request request) {
        InetSocketAddress peer =
                (InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress();
        return secrets.network(ClientAddress.of(peer.getAddress(), request.isSecure(), request.getHeaders(), trusted)
                .ip());
    }
}
