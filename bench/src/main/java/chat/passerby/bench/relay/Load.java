package chat.passerby.bench.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Sends packets both ways through all roads at a given rate, and counts what arrives. One thread sends, another
/// receives. Confined to the thread that runs it.
final class Load implements AutoCloseable {
    /// How often what is due is sent: a millisecond's worth together, to one road after the other.
    private static final long TICK_NANOS = 1_000_000;
    /// After the last packet was sent, how long none may arrive until the rest is taken for lost.
    private static final long QUIET_NANOS = 300_000_000;

    private final List<Road> roads;
    private final List<DatagramChannel> senders = new ArrayList<>();
    private final Selector selector = Selector.open();
    private final ByteBuffer toServer;
    private final ByteBuffer toRelayed;
    private int next;

    /// @param bytes of payload
    Load(List<Road> roads, int bytes) throws IOException {
        this.roads = List.copyOf(roads);
        toServer = ByteBuffer.allocateDirect(4 + bytes)
                .putShort((short) Dialler.CHANNEL)
                .putShort((short) bytes);
        toServer.clear();
        toRelayed = ByteBuffer.allocateDirect(bytes);
        for (Road road : roads) {
            senders.add(road.client());
            senders.add(road.peer());
            road.client().register(selector, SelectionKey.OP_READ);
            road.peer().register(selector, SelectionKey.OP_READ);
        }
    }

    /// Offers a load.
    ///
    /// @param perSecond packets, both ways together
    Tally offer(int perSecond, double seconds) throws IOException {
        long dropped = Sockets.dropped(roads);
        var receiver = new Receiver(selector);
        Thread thread = Thread.ofPlatform().daemon().name("receiver").start(receiver);
        long began = System.nanoTime();
        long sent = send(perSecond, Math.round(perSecond * seconds));
        long took = System.nanoTime() - began;
        long heard = receiver.received();
        for (long quiet = System.nanoTime(); receiver.received() < sent; ) {
            LockSupport.parkNanos(TICK_NANOS);
            if (receiver.received() == heard && System.nanoTime() - quiet > QUIET_NANOS) break;
            if (receiver.received() != heard) quiet = System.nanoTime();
            heard = receiver.received();
        }
        receiver.stop();
        joined(thread);
        return new Tally(sent, receiver.received(), Sockets.dropped(roads) - dropped, took / 1e9);
    }

    private long send(int perSecond, long all) throws IOException {
        long began = System.nanoTime();
        long sent = 0;
        while (sent < all) {
            long due = Math.min(all, (System.nanoTime() - began) * perSecond / 1_000_000_000);
            for (; sent < due; sent++) sendOne();
            LockSupport.parkNanos(TICK_NANOS);
        }
        return sent;
    }

    /// Client, peer, the next client, its peer …
    private void sendOne() throws IOException {
        ByteBuffer packet = next % 2 == 0 ? toServer : toRelayed;
        senders.get(next).write(packet);
        packet.clear();
        next = (next + 1) % senders.size();
    }

    private static void joined(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it measured", e);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (Road road : roads) road.close();
    }
}
