package chat.passerby.turn.check;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ice4j.StunException;
import org.ice4j.message.Message;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.security.CredentialsManager;
import org.ice4j.stack.StunStack;
import org.ice4j.stack.TransactionID;

/// TURN over TCP or TLS. In a stream messages frame themselves (RFC 8489, section 6.2.2); ice4j's own TCP frames as ICE
/// does (RFC 4571). So ice4j writes and reads the messages, and no more. Confined to a thread.
final class StreamLink implements Link {
    /// Bytes after the header. No server says more in answer to what is asked here.
    private static final int MOST = 2_048;

    private final Socket socket;
    private final Deadline deadline;
    /// Keeps the keys; it has no socket.
    private final StunStack stack = new StunStack();

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
        byte[] transaction = TransactionID.createNewTransactionID().getBytes();
        try {
            request.setTransactionID(transaction);
            socket.getOutputStream().write(request.encode(stack));
            while (true)
                if (read() instanceof Response response && Arrays.equals(response.getTransactionID(), transaction))
                    return response;
        } catch (StunException e) {
            throw new Failure(Outcome.NOT_TURN);
        } catch (IOException e) {
            throw Tcp.broken(e);
        }
    }

    private Message read() throws IOException, StunException, Failure {
        socket.setSoTimeout((int) deadline.patience().toMillis());
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
        } catch (RuntimeException beyondItsEnd) {
            throw new Failure(Outcome.NOT_TURN);
        }
    }

    @Override
    public void close() {
        stack.shutDown();
        Tcp.close(socket);
    }
}
