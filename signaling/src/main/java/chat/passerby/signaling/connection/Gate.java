package chat.passerby.signaling.connection;

import chat.passerby.net.Cidr;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.Secrets;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Whose pages may speak to us, and from which network they do. One rule for the WebSocket (RFC 6455 §10.2) and for
/// what is posted: a page of somebody else's must not act in a visitor's name. Immutable; any thread.
///
/// @param origins as browsers write them
/// @param trusted proxies whose Forwarded headers count
public record Gate(Secrets secrets, Supplier<Set<String>> origins, List<Cidr> trusted) {
    public Gate {
        trusted = List.copyOf(trusted);
    }

    /// Why the page that this request comes from may not ask; `null` if it may.
    public @Nullable String objection(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) return "no Origin header";
        if (origins.get().contains(origin)) return null;
        return "pages of this origin may not connect; the hoster allows it in site.url or site.origins";
    }

    /// Of the visitor, as far as it is certain.
    public NetworkId network(Request request) {
        InetSocketAddress peer =
                (InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress();
        return secrets.network(ClientAddress.of(peer.getAddress(), request.isSecure(), request.getHeaders(), trusted)
                .ip());
    }
}
