package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.CloseCause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.api.Test;

/// The outbox before a socket that takes one frame and no more until the test says so.
class OutboxTest {
    private static final byte[] WORD = {'x'};

    /// A socket whose other end does not read.
    private static final class Stuck extends CoreSession.Empty {
        final Deque<Callback> unread = new ArrayDeque<>();
        final List<Integer> closed = new ArrayList<>();

        @Override
        public void sendFrame(OutgoingEntry entry) {
            unread.add(entry.getCallback());
        }

        @Override
        public void close(int code, String reason, Callback callback) {
            closed.add(code);
        }

        void read() {
            unread.remove().succeeded();
        }
    }

    private final Stuck socket = new Stuck();
    private final Outbox outbox = new Outbox(socket, Runnable::run);

    @Test
    void one_message_is_under_way_at_a_time_and_order_holds() {
        outbox.offer(WORD);
        outbox.offer(WORD);
        assertThat(socket.unread).hasSize(1);
        socket.read();
        assertThat(socket.unread).hasSize(1);
    }

    @Test
    void it_is_full_at_its_number_of_messages() {
        for (int n = 0; n <= Outbox.MESSAGES; n++)
            assertThat(outbox.offer(WORD)).isTrue();
        assertThat(outbox.offer(WORD)).isFalse();
        socket.read();
        assertThat(outbox.offer(WORD)).isTrue();
    }

    @Test
    void it_is_full_at_its_number_of_bytes() {
        outbox.offer(WORD);
        assertThat(outbox.offer(new byte[Outbox.BYTES])).isTrue();
        assertThat(outbox.offer(WORD)).isFalse();
    }

    @Test
    void a_message_has_a_deadline() {
        long now = Clock.steady();
        assertThat(outbox.late(now + 2 * Outbox.DEADLINE)).isFalse();
        outbox.offer(WORD);
        assertThat(outbox.late(now)).isFalse();
        assertThat(outbox.late(now + 2 * Outbox.DEADLINE)).isTrue();
        socket.read();
        assertThat(outbox.late(now + 2 * Outbox.DEADLINE)).isFalse();
    }

    @Test
    void it_closes_after_what_is_queued_and_takes_nothing_more() {
        outbox.offer(WORD);
        outbox.offer(WORD);
        outbox.closeAfter(CloseCause.EVICTED);
        outbox.offer(WORD);
        socket.read();
        assertThat(socket.closed).isEmpty();
        socket.read();
        assertThat(socket.closed).containsExactly(CloseCause.EVICTED.code());
        assertThat(socket.unread).isEmpty();
    }

    @Test
    void closing_now_forgets_what_is_queued() {
        outbox.offer(WORD);
        outbox.offer(WORD);
        outbox.closeNow(CloseCause.TOO_SLOW);
        socket.read();
        assertThat(socket.closed).containsExactly(CloseCause.TOO_SLOW.code());
        assertThat(socket.unread).isEmpty();
    }

    @Test
    void a_broken_socket_ends_it() {
        outbox.offer(WORD);
        outbox.offer(WORD);
        socket.unread.remove().failed(new java.io.IOException("reset"));
        assertThat(socket.unread).isEmpty();
    }
}
