package chat.passerby.signaling.connection;

import chat.passerby.signaling.lobby.Preferences;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.room.Room;
import org.jspecify.annotations.Nullable;

/// Where a visitor is, as the lobby last decided. Immutable.
sealed interface Place {
    /// Nowhere: resting, or in the line for text, where there is nothing to keep.
    record Nowhere() implements Place {}

    /// In the line for video.
    ///
    /// @param deposit the offer prepared for whoever comes, if there is one yet
    record InLine(ClientMessage.@Nullable Deposit deposit) implements Place {}

    /// In a room.
    ///
    /// @param preferences to put in its tickets
    record Seated(Room room, Side side, Preferences preferences) implements Place {}

    Place NOWHERE = new Nowhere();
}
