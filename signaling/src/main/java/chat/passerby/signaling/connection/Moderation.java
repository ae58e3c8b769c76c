package chat.passerby.signaling.connection;

import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.room.RoomRecord;
import chat.passerby.signaling.session.BrowserId;
import java.util.Set;

/// What a connection asks of moderation. It may wait for the disk; visitors have virtual threads.
public interface Moderation {
    /// Whom this browser must not meet again.
    Set<BrowserId> blocked(BrowserId browser);

    /// These two must not meet again.
    void block(BrowserId one, BrowserId other);

    /// Stores a report whose seals hold, and gives its receipt.
    ///
    /// @throws Unavailable if it could not be stored
    String report(ClientMessage.Report report, RoomRecord room, Side reporter) throws Unavailable;

    /// The store does not store just now. The message says why, for the operator.
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unavailable(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
