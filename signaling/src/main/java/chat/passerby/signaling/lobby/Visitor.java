package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the lobby knows of one session. Confined to the lobby's thread.
final class Visitor {
    /// The states of the table in [Lobby].
    enum State {
        IDLE,
        WAITING,
        PAIRED,
        /// Was waiting; the socket is lost.
        DROPPED,
        /// Is paired; the socket is lost.
        AWAY,
        /// Was paired; the socket is lost, and the partner left.
        ORPHANED
    }

    private static final int REMEMBERED = 4;

    final VisitorId id;
    final BrowserId browser;
    final NetworkId network;
    final String lane;

    State state = State.IDLE;
    /// Raised with each state, so that a deadline set in an earlier one is known for stale.
    long turn;
    /// Waiting and Dropped: since when, in milliseconds.
    long waitingSince;
    /// Waiting: where in the line.
    int place = -1;

    @Nullable
    Outlook told;
    /// Paired and Away.
    @Nullable
    Meeting meeting;

    @Nullable
    RoomId lastRoom;
    /// What became of the last room, for one who comes back to it.
    NoRoom farewell = NoRoom.LEFT;

    private @Nullable Preferences preferences;
    private final Deque<BrowserId> met = new ArrayDeque<>(REMEMBERED);

    Visitor(Command.Arrive arrive) {
        id = arrive.visitor();
        browser = arrive.browser();
        network = arrive.network();
        lane = arrive.lane();
    }

    void become(State next) {
        state = next;
        turn++;
    }

    /// Paired becomes known as over to one who is away. The grace that runs goes on running.
    void orphan() {
        state = State.ORPHANED;
    }

    boolean hasSocket() {
        return switch (state) {
            case IDLE, WAITING, PAIRED -> true;
            case DROPPED, AWAY, ORPHANED -> false;
        };
    }

    Meeting meeting() {
        return Objects.requireNonNull(meeting, "someone in no room");
    }

    Preferences preferences() {
        return Objects.requireNonNull(preferences, "someone who never searched");
    }

    void prefer(Preferences wanted) {
        preferences = wanted;
    }

    boolean metLately(Visitor other) {
        return met.contains(other.browser);
    }

    void remember(Visitor partner) {
        met.remove(partner.browser);
        if (met.size() == REMEMBERED) met.removeFirst();
        met.addLast(partner.browser);
    }
}
