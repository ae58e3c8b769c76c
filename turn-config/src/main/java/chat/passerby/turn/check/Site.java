package chat.passerby.turn.check;

import chat.passerby.turn.TurnUrl;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// One address of a TURN server, looked up, and how to talk to it. Immutable.
record Site(TurnUrl url, InetAddress server, Tls tls, Deadline deadline) {
    /// A new client, on a connection of its own: a nonce may be good for one alone (coturn's are).
    Client open() throws Failure {
        return new Client(link());
    }

    private Link link() throws Failure {
        var address = new InetSocketAddress(server, url.port());
        return switch (url.transport()) {
            case UDP -> new UdpLink(address, deadline);
            case TCP -> new StreamLink(Tcp.connect(address, deadline), deadline);
            case TLS -> new StreamLink(tls.over(Tcp.connect(address, deadline), url.host(), deadline), deadline);
            case DTLS -> throw new IllegalArgumentException("no settings hold such an address");
        };
    }

    Site until(Deadline later) {
        return new Site(url, server, tls, later);
    }
}
