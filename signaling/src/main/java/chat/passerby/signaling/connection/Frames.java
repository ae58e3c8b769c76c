package chat.passerby.signaling.connection;

import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.protocol.CloseCause;
import chat.passerby.signaling.session.NetworkId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Between Jetty's frames (RFC 6455 §5) and whole texts. Jetty calls one method at a time.
final class Frames implements FrameHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Frames.class);

    private final Reception reception;
    private final NetworkId network;
    private @Nullable CoreSession socket;
    private @Nullable Connection connection;
    /// The text so far, of a message in fragments. It grows by doubling: a fragment may be a single byte.
    private @Nullable ByteArrayOutputStream partial;

    Frames(Reception reception, NetworkId network) {
        this.reception = reception;
        this.network = network;
    }

    static void ping(CoreSession socket) {
        socket.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        socket = opened;
        connection = new Connection(opened, reception, network);
        reception.connections().opened(connection);
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        Connection to = connection;
        CoreSession from = socket;
        if (to == null || from == null) throw new IllegalStateException("a frame before the opening");
        to.heard();
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.CONTINUATION -> text(frame, to);
            case OpCode.BINARY -> to.close(CloseCause.BINARY);
            default -> {} // PONG is the sign of life that it is; to CLOSE Jetty answers, and to PING we do below
        }
        ByteBuffer asked = frame.getOpCode() == OpCode.PING ? BufferUtil.copy(frame.getPayload()) : null;
        callback.succeeded();
        if (asked != null) answer(asked, from);
        else if (frame.getOpCode() != OpCode.CLOSE) from.demand();
    }

    /// The next frame is read when the answer has left: who asks without reading must not fill our memory with answers.
    private static void answer(ByteBuffer asked, CoreSession from) {
        from.sendFrame(new Frame(OpCode.PONG, asked), Callback.from(from::demand, unsent -> {}), false);
    }

    private void text(Frame frame, Connection to) {
        int length = (partial == null ? 0 : partial.size()) + frame.getPayloadLength();
        if (length > Bounds.MESSAGE) {
            to.close(CloseCause.TOO_BIG);
            return;
        }
        ByteBuffer whole = frame.getPayload();
        if (partial != null || !frame.isFin()) {
            if (partial == null) partial = new ByteArrayOutputStream();
            partial.writeBytes(BufferUtil.toArray(whole));
            if (!frame.isFin()) return;
            whole = ByteBuffer.wrap(partial.toByteArray());
            partial = null;
        }
        try {
            to.receive(StandardCharsets.UTF_8.newDecoder().decode(whole).toString());
        } catch (CharacterCodingException notUtf8) {
            to.close(CloseCause.NOT_UTF8);
        } catch (RuntimeException fault) {
            LOG.error("A message could not be handled; please report this", fault);
            to.close(CloseCause.FAULT);
        }
    }

    /// Jetty answers broken peers with a close of its own; there is nothing to log that an operator could change.
    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        if (connection != null) reception.farewell(connection);
        callback.succeeded();
    }
}
