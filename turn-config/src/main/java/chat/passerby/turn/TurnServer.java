package chat.passerby.turn;

import java.net.InetAddress;
import java.util.List;

/// A TURN server that visitors are told of. Immutable.
///
/// @param urls as browsers take them (RFC 7065)
/// @param here where this machine finds it, whatever its name leads to; nothing if it looks the name up as well
public record TurnServer(List<String> urls, Login login, List<InetAddress> here) {
    public TurnServer {
        urls = List.copyOf(urls);
        here = List.copyOf(here);
    }

    /// One that is found by its name.
    public TurnServer(List<String> urls, Login login) {
        this(urls, login, List.of());
    }
}
