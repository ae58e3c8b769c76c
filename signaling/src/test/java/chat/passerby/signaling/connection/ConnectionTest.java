package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.ice.Candidates;
import chat.passerby.signaling.lobby.Lobby;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.lobby.Preferences;
import chat.passerby.signaling.protocol.CloseCause;
import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.room.Room;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket.Holder;
import chat.passerby.signaling.session.Tickets;
import chat.passerby.signaling.session.VisitorId;
import chat.passerby.signaling.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A connection as time goes by: told what time it is, it needs nobody to wait.
class ConnectionTest {
    private static final NetworkId NETWORK = new NetworkId("network");

    @TempDir
    Path data;

    /// A socket that takes everything, as long as its peer reads.
    private static final class Socket extends CoreSession.Empty {
        final List<Byte> frames = new ArrayList<>();
        final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        volatile boolean read = true;
        boolean aborted;

        @Override
        public void sendFrame(OutgoingEntry entry) {
            frames.add(entry.getFrame().getOpCode());
            if (read) entry.getCallback().succeeded();
        }

        @Override
        public void close(int code, String reason, Callback callback) {
            closed.add(code);
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }

    private final Socket socket = new Socket();
    private Store store;
    private House house;
    private Connection connection;

    @BeforeEach
    void a_visitor_connects() throws Exception {
        store = Store.open(data);
        house = TestHouse.of(store);
        Connections connections = new Connections();
        LobbyLoop lobby = new LobbyLoop(
                new Lobby(new Random(1), () -> new RoomId("room"), 10), new Seating(house, connections), Clock::steady);
        connection = new Connection(socket, new Reception(house, connections, lobby), NETWORK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void isWelcome() {
        connection.welcome(
                house.sessions().open(new BrowserId("browser"), NETWORK, "").session());
    }

    private void closedWith(CloseCause cause) throws InterruptedException {
        assertThat(socket.closed.poll(10, TimeUnit.SECONDS)).isEqualTo(cause.code());
    }

    @Test
    void hello_is_due_within_ten_seconds() throws Exception {
        long now = Clock.steady();
        connection.check(now + Connection.HELLO - 1_000);
        assertThat(socket.closed).isEmpty();
        connection.check(now + Connection.HELLO + 1_000);
        closedWith(CloseCause.NO_HELLO);
    }

    @Test
    void one_who_said_hello_is_pinged_every_fifteen_seconds() {
        isWelcome();
        long now = Clock.steady();
        connection.check(now + Connection.PING - 1_000);
        assertThat(socket.frames).isEmpty();
        connection.check(now + Connection.PING + 1_000);
        connection.check(now + Connection.PING + 2_000);
        assertThat(socket.frames).containsExactly(OpCode.PING);
    }

    @Test
    void without_a_sign_of_life_a_connection_is_dead_after_thirty_seconds() throws Exception {
        isWelcome();
        long now = Clock.steady();
        connection.check(now + Connection.DEAD - 1_000);
        assertThat(socket.closed).isEmpty();
        connection.check(now + Connection.DEAD + 1_000);
        closedWith(CloseCause.TOO_SLOW);
    }

    @Test
    void a_close_that_nobody_answers_is_cut_short() throws Exception {
        connection.close(CloseCause.RESTART);
        closedWith(CloseCause.RESTART);
        long now = Clock.steady();
        connection.check(now + 1_000);
        assertThat(socket.aborted).isFalse();
        connection.check(now + 5_000);
        assertThat(socket.aborted).isTrue();
    }

    @Test
    void whoever_does_not_read_is_cut_off_when_the_outbox_is_full() {
        isWelcome();
        socket.read = false;
        for (int n = 0; n <= Outbox.MESSAGES; n++) connection.send(new ServerMessage.Pong());
        long now = Clock.steady();
        connection.send(new ServerMessage.Pong());
        connection.check(now + 9_000);

        assertThat(socket.aborted).isTrue();
    }

    @Test
    void a_room_ticket_is_due_every_two_minutes() {
        isWelcome();
        long now = Clock.steady();
        long due = now + Tickets.RENEWED.toMillis() + 1_000;
        assertThat(connection.ticketDue(due)).isFalse();
        connection.sit(seat(Mode.TEXT));
        assertThat(connection.ticketDue(now)).isFalse();
        assertThat(connection.ticketDue(due)).isTrue();
        assertThat(connection.ticketDue(due)).isFalse();
    }

    @Test
    void ice_servers_are_due_while_somebody_waits_or_sits_for_video() {
        Duration renewal = Duration.ofMinutes(5);
        isWelcome();
        assertThat(connection.iceServersDue(later(renewal), renewal)).isFalse();
        connection.place(new Place.InLine(null));
        assertThat(connection.iceServersDue(Clock.steady(), renewal)).isFalse();
        assertThat(connection.iceServersDue(later(renewal), renewal)).isTrue();
        assertThat(connection.iceServersDue(later(renewal), renewal)).isFalse();
        connection.sit(seat(Mode.VIDEO));
        assertThat(connection.iceServersDue(later(renewal), renewal)).isTrue();
        connection.sit(seat(Mode.TEXT));
        assertThat(connection.iceServersDue(later(renewal), renewal)).isFalse();
    }

    private static long later(Duration time) {
        return Clock.steady() + time.toMillis() + 1_000;
    }

    private Place.Seated seat(Mode mode) {
        Room room =
                new Room(new RoomId("room"), mode, "", holder(1), holder(2), 0, house.seals(), Candidates.direct(true));
        return new Place.Seated(room, Side.A, new Preferences(mode, MediaPath.DIRECT, Role.CHAT, List.of(), List.of()));
    }

    private static Holder holder(long n) {
        return new Holder(
                new VisitorId(n), "Alias", MediaPath.DIRECT, Role.CHAT, new BrowserId("browser " + n), NETWORK);
    }

    @Test
    void connections_are_counted_by_network() {
        Connections connections = new Connections();
        connections.opened(connection);
        assertThat(connections.from(NETWORK)).isEqualTo(1);
        connections.closed(connection);
        connections.closed(connection);
        assertThat(connections.from(NETWORK)).isZero();
    }
}
