package chat.passerby.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A wire to the server that can be cut and mended. Calls between browsers do not pass through it. Any thread.
public final class Wire implements AutoCloseable {
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile int server;
    private ServerSocket entrance;

    Wire() {
        try {
            entrance = listen(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = entrance.getLocalPort();
    }

    void leadTo(int serverPort) {
        server = serverPort;
    }

    int port() {
        return port;
    }

    /// Drops every connection and takes no new one.
    public synchronized void cut() {
        close(entrance);
        ends.forEach(Wire::close);
        ends.clear();
    }

    public synchronized void mend() {
        if (!entrance.isClosed()) return;
        try {
            entrance = listen(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int at) throws IOException {
        var listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        Thread.ofVirtual().start(() -> accept(listening));
        return listening;
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket browser = listening.accept();
                ends.add(browser);
                Thread.ofVirtual().start(() -> connect(browser, listening));
            }
        } catch (IOException cut) {
            close(listening);
        }
    }

    private void connect(Socket browser, ServerSocket listening) {
        try (browser;
                var onward = new Socket("localhost", server)) {
            ends.add(onward);
            // Cut meanwhile: it did not see these two.
            if (listening.isClosed()) return;
            Thread back = Thread.ofVirtual().start(() -> pump(onward, browser));
            pump(browser, onward);
            back.join();
            ends.remove(onward);
        } catch (IOException | InterruptedException gone) {
            close(browser);
        } finally {
            ends.remove(browser);
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            close(to);
        }
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception alreadyBroken) {
            // It is closed all the same.
        }
    }
}
