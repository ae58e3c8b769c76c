package chat.passerby.signaling.connection;

import chat.passerby.signaling.limits.Allowance;
import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.CloseCause;
import chat.passerby.signaling.protocol.Decoded;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.room.Recipient;
import chat.passerby.signaling.room.Room;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.Session;
import chat.passerby.signaling.session.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.jspecify.annotations.Nullable;

/// One visitor's live WebSocket. [Frames] hands it whole texts, one at a time, on a virtual thread; anybody may send to
/// it. Its place is written by the lobby's thread, but for the deposit.
final class Connection implements Recipient {
    /// Milliseconds to say `hello` in.
    static final long HELLO = 10_000;
    /// Milliseconds between the server's pings.
    static final long PING = 15_000;
    /// Milliseconds without a sign of life after which a connection is dead.
    static final long DEAD = 30_000;
    /// Milliseconds that a close may take.
    private static final long LINGER = 3_000;

    private final CoreSession socket;
    private final Reception reception;
    private final NetworkId network;
    private final Outbox outbox;
    private final long opened = Clock.steady();
    private volatile long heard = opened;
    private volatile long closingSince = Long.MAX_VALUE;
    private volatile @Nullable Session session;
    private volatile boolean confirmed;
    private volatile Place place = Place.NOWHERE;
    private long pinged = opened;
    private volatile long ticketed = opened;
    private volatile long servedIce = opened;

    Connection(CoreSession socket, Reception reception, NetworkId network) {
        this.socket = socket;
        this.reception = reception;
        this.network = network;
        outbox = new Outbox(socket, reception.executor());
    }

    NetworkId network() {
        return network;
    }

    @Nullable
    Session session() {
        return session;
    }

    /// Gives this connection its visitor; from now on the lobby places it.
    void welcome(Session visitor) {
        session = visitor;
    }

    // --- what the visitor says

    void heard() {
        heard = Clock.steady();
    }

    void receive(String text) {
        if (outbox.closing()) return;
        Session visitor = session;
        Allowance allowance = visitor == null ? null : visitor.allowance();
        if (allowance != null && !confirmed) {
            confirmed = true;
            reception.sessions().confirm(Objects.requireNonNull(visitor));
        }
        switch (reception.codec().decode(text)) {
            case Decoded.Invalid bad -> {
                Counter.BAD.increment();
                refuse(bad.code(), bad.about(), bad.detail(), null);
                if (allowance == null) close(CloseCause.NO_HELLO);
                else tolerate(allowance);
            }
            case Decoded.Valid valid -> receive(valid.message(), visitor);
        }
    }

    private void receive(ClientMessage message, @Nullable Session visitor) {
        if (visitor == null) {
            if (message instanceof ClientMessage.Hello hello)
                reception.greeter().greet(this, hello);
            else {
                refuse(Refusal.HELLO_FIRST, Words.typeOf(message), "hello must come first", null);
                close(CloseCause.NO_HELLO);
            }
        } else if (mayGoOn(message, visitor)) reception.desk().handle(this, visitor, message);
    }

    private boolean mayGoOn(ClientMessage message, Session visitor) {
        long now = Clock.steady();
        for (Limit row : Words.limitsOf(message)) {
            boolean session = row.scope() == Limit.Scope.SESSION;
            if (session
                    ? visitor.allowance().spend(row, now)
                    : reception.networks().spend(row, network)) continue;
            Counter.TOO_FAST.increment();
            int retryAfter = session
                    ? visitor.allowance().retryAfter(row)
                    : reception.networks().retryAfter(row, network);
            refuse(Refusal.TOO_FAST, Words.typeOf(message), "too many; the limit is " + Words.of(row), retryAfter);
            if (session) tolerate(visitor.allowance());
            return false;
        }
        return true;
    }

    /// A mistake is answered; a flood of them is closed.
    private void tolerate(Allowance allowance) {
        if (!allowance.spend(Limit.BAD, Clock.steady())) close(CloseCause.FLOOD);
    }

    // --- where the visitor is

    Place place() {
        return place;
    }

    synchronized void place(Place next) {
        place = next;
        servedIce = Clock.steady();
    }

    /// Takes a seat, and gives back the deposit made in the line, if there was one.
    synchronized ClientMessage.@Nullable Deposit sit(Place.Seated seat) {
        ClientMessage.Deposit deposit = place instanceof Place.InLine line ? line.deposit() : null;
        place = seat;
        ticketed = Clock.steady();
        servedIce = ticketed;
        return deposit;
    }

    /// Gets up, if it sits in this room.
    synchronized void leave(Room room) {
        if (place instanceof Place.Seated seat && seat.room() == room) place = Place.NOWHERE;
    }

    /// Keeps a deposit. False where the lobby has decided otherwise meanwhile.
    synchronized boolean keep(ClientMessage.Deposit deposit) {
        if (!(place instanceof Place.InLine)) return false;
        place = new Place.InLine(deposit);
        return true;
    }

    // --- what the visitor is told

    @Override
    public void send(ServerMessage message) {
        byte[] bytes = reception.codec().encode(message).getBytes(StandardCharsets.UTF_8);
        if (outbox.offer(bytes)) return;
        Counter.TOO_SLOW.increment();
        closingSince = Math.min(closingSince, Clock.steady());
        outbox.closeNow(CloseCause.TOO_SLOW);
    }

    void refuse(Refusal code, @Nullable String about, String detail, @Nullable Integer retryAfter) {
        send(new ServerMessage.Refused(code, about, detail, retryAfter));
    }

    /// Closes, after what is queued.
    void close(CloseCause cause) {
        closingSince = Math.min(closingSince, Clock.steady());
        outbox.closeAfter(cause);
    }

    /// Looks after this connection; called every second.
    void check(long now) {
        if (now - closingSince > LINGER) socket.abort();
        else if (session == null && now - opened > HELLO) close(CloseCause.NO_HELLO);
        else if (now - heard > DEAD) close(CloseCause.TOO_SLOW);
        else if (outbox.late(now)) {
            Counter.TOO_SLOW.increment();
            closingSince = Math.min(closingSince, now);
            outbox.closeNow(CloseCause.TOO_SLOW);
        } else if (now - pinged >= PING) {
            pinged = now;
            Frames.ping(socket);
        }
    }

    /// Whether this seat's room ticket is to be renewed; it is asked by one thread, and counted as done.
    boolean ticketDue(long now) {
        if (!(place instanceof Place.Seated) || now - ticketed < Tickets.RENEWED.toMillis()) return false;
        ticketed = now;
        return true;
    }

    /// Likewise for the ICE servers of one who waits or sits in a room for video.
    boolean iceServersDue(long now, Duration renewal) {
        boolean video = switch (place) {
            case Place.Nowhere nowhere -> false;
            case Place.InLine line -> true;
            case Place.Seated seat -> seat.room().mode() == Mode.VIDEO;
        };
        if (!video || now - servedIce < renewal.toMillis()) return false;
        servedIce = now;
        return true;
    }
}
