package chat.passerby.signaling;

import java.util.Objects;

/// What may befall the relay inside a server, for tests elsewhere.
public final class RelayFault {
    private RelayFault() {}

    /// Its sockets and threads are gone, and nobody has noticed.
    public static void stop(Server server) {
        Objects.requireNonNull(server.relay(), "this server has no relay").stop();
    }
}
