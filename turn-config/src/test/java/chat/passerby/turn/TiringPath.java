package chat.passerby.turn;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A way to a server over UDP that lets some answers through, and then none.
final class TiringPath implements AutoCloseable {
    private final DatagramSocket front = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
    private final InetSocketAddress server;
    private final AtomicInteger answers;
    private final Map<SocketAddress, DatagramSocket> behind = new ConcurrentHashMap<>();

    TiringPath(int port, int answers) throws IOException {
        server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        this.answers = new AtomicInteger(answers);
        Thread.ofVirtual().start(() -> forward(front, this::there));
    }

    int port() {
        return front.getLocalPort();
    }

    @FunctionalInterface
    private interface Step {
        void take(DatagramPacket packet) throws IOException;
    }

    private static void forward(DatagramSocket from, Step step) {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        while (!from.isClosed())
            try {
                packet.setLength(2_048);
                from.receive(packet);
                step.take(packet);
            } catch (IOException closed) {
                // and so the loop ends
            }
    }

    private void there(DatagramPacket packet) throws IOException {
        SocketAddress client = packet.getSocketAddress();
        DatagramSocket own = behind.get(client);
        if (own == null) {
            own = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
            behind.put(client, own);
            DatagramSocket listening = own;
            Thread.ofVirtual().start(() -> forward(listening, answer -> back(answer, client)));
        }
        own.send(new DatagramPacket(packet.getData(), packet.getLength(), server));
    }

    private void back(DatagramPacket packet, SocketAddress client) throws IOException {
        if (answers.getAndDecrement() > 0) front.send(new DatagramPacket(packet.getData(), packet.getLength(), client));
    }

    @Override
    public void close() {
        front.close();
        behind.values().forEach(DatagramSocket::close);
    }
}
