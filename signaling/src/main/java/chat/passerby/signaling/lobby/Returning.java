package chat.passerby.signaling.lobby;

/// What a tab that comes back says of its room; but for the first, the lobby hands it on to the room unread.
///
/// @param seated      whether it believes to sit in one
/// @param received    the last line id it has of the partner's
/// @param negotiation of the peer connection that it still holds, 0 if none
public record Returning(boolean seated, int received, int negotiation) {}
