package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.lobby.Lobby;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.store.Store;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Jetty hands over, frame by frame.
class FramesTest {
    private static final String HELLO = "{\"type\":\"hello\",\"versions\":[1]}";

    @TempDir
    Path data;

    /// A socket whose peer reads only when told to.
    private static final class Socket extends CoreSession.Empty {
        final Deque<Callback> unread = new ArrayDeque<>();
        int demanded;

        @Override
        public synchronized void sendFrame(OutgoingEntry entry) {
            unread.add(entry.getCallback());
        }

        @Override
        public void demand() {
            demanded++;
        }
    }

    private final Socket socket = new Socket();
    private Store store;
    private House house;
    private Frames frames;

    @BeforeEach
    void a_socket_opens() throws Exception {
        store = Store.open(data);
        house = TestHouse.of(store);
        Connections connections = new Connections();
        LobbyLoop lobby = new LobbyLoop(
                new Lobby(new Random(1), () -> new RoomId("room"), 10), new Seating(house, connections), Clock::steady);
        frames = new Frames(new Reception(house, connections, lobby), new NetworkId("network"));
        frames.onOpen(socket, Callback.NOOP);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void receive(byte opcode, boolean last, String payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8));
        frames.onFrame(new Frame(opcode, last, bytes), Callback.NOOP);
    }

    @Test
    void whoever_asks_without_reading_is_not_heard_further() {
        receive(OpCode.PING, true, "?");
        assertThat(socket.demanded).isEqualTo(1);

        socket.unread.remove().succeeded();
        assertThat(socket.demanded).isEqualTo(2);
    }

    @Test
    void a_message_in_crumbs_costs_no_more_than_its_crumbs() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        receive(OpCode.TEXT, false, "{");
        for (int n = 2; n < Bounds.MESSAGE; n++) receive(OpCode.CONTINUATION, false, " ");

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000L * Bounds.MESSAGE);
    }

    @Test
    void a_hello_makes_a_session_of_its_own() {
        receive(OpCode.TEXT, true, HELLO);
        assertThat(house.sessions().size()).isEqualTo(1);
    }

    /// Jetty tells of the end on whatever thread finds out, also while a message is handled.
    @Test
    void a_hello_whose_socket_ended_meanwhile_leaves_nothing_behind() {
        frames.onClosed(new CloseStatus(CloseStatus.NO_CLOSE), Callback.NOOP);
        receive(OpCode.TEXT, true, HELLO);

        assertThat(house.sessions().size()).isZero();
    }
}
