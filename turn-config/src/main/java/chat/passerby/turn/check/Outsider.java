package chat.passerby.turn.check;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.ice4j.StunException;
import org.ice4j.attribute.Attribute;
import org.ice4j.message.Message;
import org.ice4j.message.MessageFactory;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.stack.StunStack;
import org.ice4j.stack.TransactionID;
import org.jspecify.annotations.Nullable;

/// A peer that knows nothing of TURN: a socket behind whatever NAT this machine has. It reads whatever comes, which
/// ice4j's stack would not. Confined to a thread.
final class Outsider implements AutoCloseable {
    private static final int TRIES = 4;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final DatagramSocket socket;

    Outsider() throws Failure {
        try {
            socket = new DatagramSocket();
        } catch (SocketException e) {
            throw new Failure(Outcome.UNREACHABLE);
        }
    }

    /// How a server sees this socket, asked over UDP; null if it does not answer.
    @Nullable
    InetSocketAddress seenBy(InetSocketAddress server) throws Failure {
        byte[] transaction = TransactionID.createNewTransactionID().getBytes();
        Request request = MessageFactory.createBindingRequest();
        try {
            request.setTransactionID(transaction);
            byte[] bytes = request.encode(new StunStack());
            for (int i = 0; i < TRIES; i++) {
                write(server, bytes);
                byte @Nullable [] answer = read(PATIENCE);
                if (answer != null
                        && Message.decode(answer, 0, answer.length) instanceof Response response
                        && Arrays.equals(response.getTransactionID(), transaction))
                    return Client.address(response, Attribute.XOR_MAPPED_ADDRESS);
            }
            return null;
        } catch (StunException | RuntimeException malformed) {
            throw new Failure(Outcome.NOT_TURN);
        }
    }

    void send(InetSocketAddress to, String text) throws Failure {
        write(to, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The next packet, from anybody; null if none comes for a while.
    @Nullable
    String hear(Duration patience) throws Failure {
        byte @Nullable [] packet = read(patience);
        return packet == null ? null : new String(packet, StandardCharsets.ISO_8859_1);
    }

    private void write(InetSocketAddress to, byte[] packet) throws Failure {
        try {
            socket.send(new DatagramPacket(packet, packet.length, to));
        } catch (IOException e) {
            throw new Failure(Outcome.UNREACHABLE);
        }
    }

    private byte @Nullable [] read(Duration patience) throws Failure {
        var packet = new DatagramPacket(new byte[1_500], 1_500);
        try {
            socket.setSoTimeout((int) patience.toMillis());
            socket.receive(packet);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        } catch (SocketTimeoutException silence) {
            return null;
        } catch (IOException e) {
            throw new Failure(Outcome.UNREACHABLE);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
