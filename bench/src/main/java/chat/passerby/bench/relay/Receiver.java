package chat.passerby.bench.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicLong;

/// Reads all sockets until it is told to stop, and counts. It alone writes the count, which any thread may read.
final class Receiver implements Runnable {
    private static final int LONGEST = 2_048;

    private final Selector selector;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(LONGEST);
    private final AtomicLong received = new AtomicLong();
    private volatile boolean stopped;

    Receiver(Selector selector) {
        this.selector = selector;
    }

    long received() {
        return received.get();
    }

    void stop() {
        stopped = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            while (!stopped) selector.select(this::readAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll(SelectionKey key) {
        long count = 0;
        try {
            while (((DatagramChannel) key.channel()).read(packet.clear()) > 0) count++;
        } catch (PortUnreachableException gone) {
            // the server's; what it would have sent is lost, and counted so
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        received.addAndGet(count);
    }
}
