package chat.passerby.turn;

import java.util.List;

/// A TURN server that visitors are told of. Immutable.
///
/// @param urls as browsers take them (RFC 7065)
public record TurnServer(List<String> urls, Login login) {
    public TurnServer {
        urls = List.copyOf(urls);
    }
}
