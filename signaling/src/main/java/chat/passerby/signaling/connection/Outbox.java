package chat.passerby.signaling.connection;

import chat.passerby.signaling.protocol.CloseCause;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/// What one visitor has still to be sent: bounded in messages and bytes, in order, each with a deadline. Any thread may
/// offer; nothing is ever sent on the caller's thread, so it may hold a lock.
final class Outbox extends IteratingCallback {
    static final int MESSAGES = 256;
    static final int BYTES = 512 * 1024;
    /// Milliseconds that one message may take to leave.
    static final long DEADLINE = 10_000;

    private static final long NONE = Long.MAX_VALUE;

    private final CoreSession socket;
    private final Executor executor;
    private final Object lock = new Object();
    private final Deque<byte[]> queue = new ArrayDeque<>(4);
    private int bytes;
    private @Nullable CloseCause last;
    private volatile long sendingSince = NONE;

    Outbox(CoreSession socket, Executor executor) {
        this.socket = socket;
        this.executor = executor;
    }

    /// Queues a message. False if the outbox is full: whoever reads so slowly is to be closed.
    boolean offer(byte[] message) {
        synchronized (lock) {
            if (last != null) return true;
            if (queue.size() >= MESSAGES || bytes + message.length > BYTES) return false;
            queue.add(message);
            bytes += message.length;
        }
        executor.execute(this::iterate);
        return true;
    }

    /// Takes nothing more; closes when all that is queued has left.
    void closeAfter(CloseCause cause) {
        synchronized (lock) {
            if (last != null) return;
            last = cause;
        }
        executor.execute(this::iterate);
    }

    /// Forgets what is queued and closes.
    void closeNow(CloseCause cause) {
        synchronized (lock) {
            queue.clear();
            bytes = 0;
        }
        closeAfter(cause);
    }

    boolean closing() {
        synchronized (lock) {
            return last != null;
        }
    }

    /// Whether the message that is being sent is past its deadline.
    boolean late(long now) {
        long since = sendingSince;
        return since != NONE && now - since > DEADLINE;
    }

    @Override
    protected Action process() {
        byte[] next;
        CloseCause cause;
        synchronized (lock) {
            next = queue.poll();
            if (next != null) bytes -= next.length;
            cause = last;
        }
        if (next != null) {
            sendingSince = Clock.steady();
            socket.sendFrame(new Frame(OpCode.TEXT, ByteBuffer.wrap(next)), this, false);
            return Action.SCHEDULED;
        }
        sendingSince = NONE;
        if (cause == null) return Action.IDLE;
        socket.close(cause.code(), cause.reason(), Callback.NOOP);
        return Action.SUCCEEDED;
    }

    @Override
    protected void onSuccess() {
        sendingSince = NONE;
    }

    /// The socket is broken; its `onClosed` says the rest.
    @Override
    protected void onFailure(Throwable cause) {
        synchronized (lock) {
            queue.clear();
            bytes = 0;
        }
        sendingSince = NONE;
    }
}
