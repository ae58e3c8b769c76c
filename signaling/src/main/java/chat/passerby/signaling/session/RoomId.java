package chat.passerby.signaling.session;

/// A conversation's name.
///
/// @param value 128 random bits in base64url
public record RoomId(String value) {}
