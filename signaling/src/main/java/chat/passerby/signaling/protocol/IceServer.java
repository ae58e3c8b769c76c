package chat.passerby.signaling.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of `RTCConfiguration.iceServers`, as the browser takes it (W3C WebRTC, RTCIceServer).
public record IceServer(
        List<String> urls,
        @Nullable String username,
        @Nullable String credential) {
    public IceServer {
        urls = List.copyOf(urls);
    }
}
