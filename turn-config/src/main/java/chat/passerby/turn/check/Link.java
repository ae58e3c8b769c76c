package chat.passerby.turn.check;

import chat.passerby.turn.TurnUrl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.security.CredentialsManager;

/// A way to one address of a TURN server. Confined to a thread.
sealed interface Link extends AutoCloseable permits UdpLink, StreamLink {
    /// The keys that sign what is sent.
    CredentialsManager keys();

    /// Sends a request, and waits for its answer.
    Response ask(Request request) throws Failure, InterruptedException;

    @Override
    void close();

    /// Opens one.
    ///
    /// @param server looked up already
    static Link open(TurnUrl url, InetAddress server, Tls tls, Deadline deadline) throws Failure {
        var address = new InetSocketAddress(server, url.port());
        return switch (url.transport()) {
            case UDP -> new UdpLink(address, deadline);
            case TCP -> new StreamLink(Tcp.connect(address, deadline), deadline);
            case TLS -> new StreamLink(tls.over(Tcp.connect(address, deadline), url.host(), deadline), deadline);
            case DTLS -> throw new IllegalArgumentException("no settings hold such an address");
        };
    }
}
