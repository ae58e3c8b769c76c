package chat.passerby.signaling.ice;

import chat.passerby.signaling.protocol.IceServer;
import java.util.List;

/// The ICE servers (RFC 8445) that video visitors are told. Immutable.
public final class IceServers {
    private final List<IceServer> told;

    /// From settings: addresses that need no credentials.
    public IceServers(List<String> urls) {
        told = urls.isEmpty() ? List.of() : List.of(new IceServer(urls, null, null));
    }

    public List<IceServer> told() {
        return told;
    }
}
