package chat.passerby.turn.check;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ice4j.ResponseCollector;
import org.ice4j.StunException;
import org.ice4j.StunResponseEvent;
import org.ice4j.StunTimeoutEvent;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.message.Indication;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.security.CredentialsManager;
import org.ice4j.socket.IceUdpSocketWrapper;
import org.ice4j.stack.StunStack;
import org.ice4j.stack.TransactionID;
import org.jspecify.annotations.Nullable;

/// TURN over UDP, by ice4j's stack: it repeats a request until its answer comes. Confined to a thread; the stack's own
/// threads tell it what they hear.
final class UdpLink implements Link {
    /// Milliseconds until a request is repeated, which then double up to the second.
    private static final int FIRST_REPEAT = 250;
    private static final int LAST_REPEAT = 1_000;
    private static final int REPEATS = 5;

    private static final int MOST_UNASKED = 100;

    private final StunStack stack = new StunStack();
    private final TransportAddress here;
    private final TransportAddress there;
    private final Deadline deadline;
    /// Fails when the network says that nobody is there; never completes otherwise.
    private final CompletableFuture<Response> refusal = new CompletableFuture<>();

    private final BlockingQueue<Indication> unasked = new ArrayBlockingQueue<>(MOST_UNASKED);

    UdpLink(InetSocketAddress server, Deadline deadline) throws Failure {
        this.deadline = deadline;
        there = new TransportAddress(server, Transport.UDP);
        try {
            var socket = new DatagramSocket();
            // Only a connected socket is told what ICMP reports: closed, and not only silent.
            connect(socket, server);
            here = new TransportAddress(socket.getLocalAddress(), socket.getLocalPort(), Transport.UDP);
            stack.addIndicationListener(here, event -> {
                if (event.getMessage() instanceof Indication indication) unasked.offer(indication);
            });
            stack.addSocket(new Attentive(socket));
        } catch (IOException e) {
            throw new Failure(Outcome.UNREACHABLE);
        }
    }

    private static void connect(DatagramSocket socket, InetSocketAddress server) throws IOException {
        try {
            socket.connect(server);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public CredentialsManager keys() {
        return stack.getCredentialsManager();
    }

    @Override
    public Response ask(Request request) throws Failure, InterruptedException {
        var answer = new Answer();
        long patience = deadline.patience().toMillis();
        try {
            var transaction = TransactionID.createTransactionID(stack, request.getTransactionID());
            stack.sendRequest(request, there, here, answer, transaction, FIRST_REPEAT, LAST_REPEAT, REPEATS);
            CompletableFuture.anyOf(answer.response, refusal).get(patience, TimeUnit.MILLISECONDS);
            return answer.response.join();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new Failure(Outcome.UNREACHABLE);
        } catch (TimeoutException e) {
            throw new Failure(Outcome.SILENT);
        } catch (IOException e) {
            throw new Failure(Outcome.UNREACHABLE);
        }
    }

    @Override
    public void tell(Indication indication) throws Failure {
        try {
            stack.sendIndication(indication, there, here);
        } catch (StunException e) {
            throw new Failure(Outcome.UNREACHABLE);
        }
    }

    @Override
    public @Nullable Indication hear(Duration patience) throws InterruptedException {
        return unasked.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stack.shutDown();
    }

    private record Answer(CompletableFuture<Response> response) implements ResponseCollector {
        Answer() {
            this(new CompletableFuture<>());
        }

        @Override
        public void processResponse(StunResponseEvent event) {
            response.complete(event.getResponse());
        }

        @Override
        public void processTimeout(StunTimeoutEvent event) {
            response.completeExceptionally(new Failure(Outcome.SILENT));
        }
    }

    /// Hears of refusals itself. The stack would log them, close the socket and let the request time out.
    private final class Attentive extends IceUdpSocketWrapper {
        private final DatagramSocket socket;

        Attentive(DatagramSocket socket) {
            super(socket);
            this.socket = socket;
        }

        @Override
        public void send(DatagramPacket packet) {
            try {
                super.send(packet);
            } catch (IOException e) {
                refused(e);
            }
        }

        /// @throws ClosedChannelException for every end, because that one alone the stack takes without a word
        @Override
        public void receive(DatagramPacket packet) throws ClosedChannelException {
            try {
                super.receive(packet);
            } catch (IOException e) {
                if (!socket.isClosed()) refused(e);
                throw new ClosedChannelException();
            }
        }

        private void refused(IOException e) {
            refusal.completeExceptionally(
                    new Failure(e instanceof PortUnreachableException ? Outcome.CLOSED : Outcome.UNREACHABLE));
        }
    }
}
