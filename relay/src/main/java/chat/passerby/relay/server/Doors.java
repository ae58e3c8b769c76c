package chat.passerby.relay.server;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/// How many connections there are of those who have no allocation (yet): so many from one address, so many altogether.
/// For any thread.
public final class Doors {
    private final int perSource;
    private final int total;
    private final Map<InetAddress, Integer> inside = new HashMap<>();
    private int all;

    public Doors(int perSource, int total) {
        this.perSource = perSource;
        this.total = total;
    }

    /// Counts one more, if there is room.
    public synchronized boolean enter(InetAddress source) {
        if (all >= total || inside.getOrDefault(source, 0) >= perSource) return false;
        enterAgain(source);
        return true;
    }

    /// Counts one whose allocation is over: it is there already.
    public synchronized void enterAgain(InetAddress source) {
        inside.merge(source, 1, Integer::sum);
        all++;
    }

    public synchronized void leave(InetAddress source) {
        inside.computeIfPresent(source, (_, there) -> there == 1 ? null : there - 1);
        all--;
    }
}
