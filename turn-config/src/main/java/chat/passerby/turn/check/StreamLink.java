package chat.passerby.turn.check;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.ice4j.StunException;
import org.ice4j.message.Indication;
import org.ice4j.message.Message;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.security.CredentialsManager;
import org.ice4j.stack.StunStack;
import org.jspecify.annotations.Nullable;

/// TURN over TCP or TLS. In a stream messages frame themselves (RFC 8489, section 6.2.2); ice4j's own TCP frames as ICE
/// does (RFC 4571). So ice4j writes and reads the messages, and no more. Confined to a thread.
final class StreamLink implements Link {
    /// Bytes after the header. No server says more in answer to what is asked here.
    private static final int MOST = 2_048;

    private final Socket socket;
    private final Deadline deadline;
    /// Keeps the keys; it has no socket.
    private final StunStack stack = new StunStack();
    /// What came while an answer was waited for.
    private final Deque<Indication> unasked = new ArrayDeque<>();

    /// @param socket connected; closed with this
    StreamLink(Socket socket, Deadline deadline) {
        this.socket = socket;
        this.deadline = deadline;
    }

    @Override
    public CredentialsManager keys() {
        return stack.getCredentialsManager();
    }

    @Override
    public Response ask(Request request) throws Failure {
        try {
            write(request);
            while (true)
                switch (read(deadline.patience())) {
                    case Indication indication -> unasked.add(indication);
                    case Response answer
                    when same(answer, request) -> {
                        return answer;
                    }
                    default -> {} // an answer to what nobody waits for any more
                }
        } catch (IOException e) {
            throw Tcp.broken(e);
        }
    }

    private static boolean same(Message answer, Message request) {
        return Arrays.equals(answer.getTransactionID(), request.getTransactionID());
    }

    @Override
    public void tell(Indication indication) throws Failure {
        try {
            write(indication);
        } catch (IOException e) {
            throw Tcp.broken(e);
        }
    }

    private void write(Message message) throws IOException {
        socket.getOutputStream().write(message.encode(stack));
    }

    @Override
    public @Nullable Indication hear(Duration patience) throws Failure {
        if (!unasked.isEmpty()) return unasked.remove();
        try {
            return read(patience) instanceof Indication indication ? indication : null;
        } catch (SocketTimeoutException silence) {
            return null;
        } catch (IOException e) {
            throw Tcp.broken(e);
        }
    }

    private Message read(Duration patience) throws IOException, Failure {
        socket.setSoTimeout((int) patience.toMillis());
        var in = new DataInputStream(socket.getInputStream());
        byte[] header = new byte[Message.HEADER_LENGTH];
        in.readFully(header);
        int length = ByteBuffer.wrap(header).getShort(2) & 0xffff;
        boolean stun = Arrays.equals(header, 4, 8, Message.MAGIC_COOKIE, 0, 4);
        if (!stun || length > MOST) throw new Failure(Outcome.NOT_TURN);
        byte[] message = Arrays.copyOf(header, header.length + length);
        in.readFully(message, header.length, length);
        try {
            return Message.decode(message, 0, message.length);
        } catch (StunException | RuntimeException malformed) { // it also runs over the end
            throw new Failure(Outcome.NOT_TURN);
        }
    }

    @Override
    public void close() {
        stack.shutDown();
        Tcp.close(socket);
    }
}
