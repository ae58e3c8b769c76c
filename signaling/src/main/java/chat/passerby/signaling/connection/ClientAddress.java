package chat.passerby.signaling.connection;

import chat.passerby.net.Cidr;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Whose request this is, seen through the hoster's own proxies. Anyone can write a Forwarded header, so each is
/// believed only as far as those who passed it on are trusted: from the right, up to and with the first stranger. No
/// name is looked up. Immutable.
///
/// @param ip        the visitor's, or the nearest that is certain
/// @param encrypted whether the visitor's own connection is
public record ClientAddress(InetAddress ip, boolean encrypted) {

    /// Whose request this is.
    public static ClientAddress of(Request request, List<Cidr> trusted) {
        var peer = (InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress();
        return of(peer.getAddress(), request.isSecure(), request.getHeaders(), trusted);
    }

    /// Looks behind trusted proxies.
    ///
    /// @param peer      who is connected to us
    /// @param encrypted whether that connection is
    public static ClientAddress of(InetAddress peer, boolean encrypted, HttpFields headers, List<Cidr> trusted) {
        ClientAddress here = new ClientAddress(peer, encrypted);
        if (!headers.contains("Forwarded") && !headers.contains("X-Forwarded-For")) return here;
        ClientAddress standard = here.behind(Hop.forwarded(headers.getValuesList("Forwarded")), trusted);
        ClientAddress older = here.behind(
                Hop.older(headers.getValuesList("X-Forwarded-For"), headers.getValuesList("X-Forwarded-Proto")),
                trusted);
        if (!headers.contains("X-Forwarded-For")) return standard;
        if (!headers.contains("Forwarded")) return older;
        // The proxy writes one of the two, and the other may be the visitor's invention.
        return standard.ip.equals(older.ip) ? standard : here;
    }

    private ClientAddress behind(List<Hop> hops, List<Cidr> trusted) {
        ClientAddress known = this;
        for (Hop hop : hops.reversed()) {
            InetAddress teller = known.ip;
            @Nullable InetAddress told = hop.address();
            if (told == null || trusted.stream().noneMatch(network -> network.contains(teller))) break;
            known = new ClientAddress(told, hop.encrypted() == null ? known.encrypted : hop.encrypted());
        }
        return known;
    }
}
