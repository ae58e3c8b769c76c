package chat.passerby.signaling.room;

import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.session.RoomTicket.Holder;
import org.jspecify.annotations.Nullable;

/// One side of a room. Guarded by the room's lock.
final class Seat {
    /// What a seat has passed after a restart, until the partner says what they have.
    static final int UNKNOWN = Integer.MAX_VALUE;

    final Holder holder;
    /// Absent while the socket is lost.
    @Nullable
    Recipient recipient;
    /// The last line id of this seat that was passed to the partner's socket.
    int passed;
    /// The last of them that the partner says to have.
    int acknowledged;
    /// Candidates in this negotiation.
    int candidates;

    Seat(Holder holder) {
        this.holder = holder;
    }

    boolean taken() {
        return recipient != null;
    }

    void send(ServerMessage message) {
        if (recipient != null) recipient.send(message);
    }

    @Nullable
    Integer line() {
        return passed == UNKNOWN ? null : passed;
    }

    /// Counts this seat's lines from what the partner says to have.
    void countFrom(int received) {
        passed = received;
        acknowledged = received;
    }
}
