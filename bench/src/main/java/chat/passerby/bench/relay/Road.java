package chat.passerby.bench.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A client and a peer, and the allocation between them: what one sends, the other receives. Both sockets are connected
/// and do not block. Immutable.
record Road(DatagramChannel client, DatagramChannel peer) implements AutoCloseable {
    /// Not the relay's own address, where only its clients may be reached.
    private static final InetAddress PEERS = InetAddress.ofLiteral("127.0.0.2");

    private static final int KERNEL_BUFFER = 4 << 20;
    private static final int HOSTS = 250;
    /// Clients until now. Each has an address of its own, and none that another had: to a server, many strangers behind
    /// one would be a flood, and it remembers who was there before.
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    /// Opens so many.
    static List<Road> open(Turn turn, int count) throws IOException {
        var roads = new ArrayList<Road>();
        try {
            while (roads.size() < count) roads.add(one(turn));
            return roads;
        } catch (IOException e) {
            for (Road road : roads) road.close();
            throw e;
        }
    }

    private static Road one(Turn turn) throws IOException {
        DatagramChannel client = socket(address(CLIENTS.getAndIncrement()));
        DatagramChannel peer = socket(PEERS);
        var road = new Road(client, peer);
        try {
            client.connect(turn.address());
            peer.connect(Dialler.allocate(turn, client, (InetSocketAddress) peer.getLocalAddress()));
            client.configureBlocking(false);
            peer.configureBlocking(false);
            return road;
        } catch (IOException e) {
            road.close();
            throw e;
        }
    }

    private static InetAddress address(int number) {
        int network = number / HOSTS;
        return InetAddress.ofLiteral(
                "127.%d.%d.%d".formatted(1 + network / HOSTS, network % HOSTS, 1 + number % HOSTS));
    }

    private static DatagramChannel socket(InetAddress at) throws IOException {
        return DatagramChannel.open()
                .setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER)
                .bind(new InetSocketAddress(at, 0));
    }

    @Override
    public void close() throws IOException {
        client.close();
        peer.close();
    }
}
