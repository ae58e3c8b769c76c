package chat.passerby.signaling.lobby;

/// What a tab that comes back says of its room; the lobby hands it on to the room unread.
///
/// @param received    the last line id it has of the partner's
/// @param negotiation of the peer connection that it still holds, 0 if none
public record Returning(int received, int negotiation) {}
