package chat.passerby.turn.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// Connecting over TCP, and what the ways of failing mean.
final class Tcp {
    private Tcp() {}

    static Socket connect(InetSocketAddress server, Deadline deadline) throws Failure {
        var socket = new Socket();
        try {
            socket.connect(server, (int) deadline.patience().toMillis());
            return socket;
        } catch (IOException e) {
            close(socket);
            throw new Failure(
                    switch (e) {
                        case SocketTimeoutException silence -> Outcome.SILENT;
                        case ConnectException refused -> Outcome.CLOSED;
                        default -> Outcome.UNREACHABLE;
                    });
        }
    }

    /// Why a connection that was there did not serve.
    static Failure broken(IOException e) {
        return new Failure(e instanceof SocketTimeoutException ? Outcome.SILENT : Outcome.HUNG_UP);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // and closed with that
        }
    }
}
