package chat.passerby.relay.io;

import chat.passerby.relay.server.Client;
import org.jspecify.annotations.Nullable;

/// A client, the way back to it, and its relayed address, if it has one. Confined to its event loop.
final class Caller {
    private final Client client;
    private final Line line;
    private @Nullable RelayPort port;
    private boolean gone;

    Caller(Client client, Line line) {
        this.client = client;
        this.line = line;
    }

    Client client() {
        return client;
    }

    Line line() {
        return line;
    }

    @Nullable
    RelayPort port() {
        return port;
    }

    void has(@Nullable RelayPort port) {
        this.port = port;
    }

    /// Its connection is closed: nothing is opened for it any more.
    void goes() {
        gone = true;
    }

    boolean gone() {
        return gone;
    }
}
