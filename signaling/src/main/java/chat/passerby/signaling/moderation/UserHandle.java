package chat.passerby.signaling.moderation;

/// WebAuthn's user handle of a moderator: 64 random bytes.
///
/// @param value base64url
public record UserHandle(String value) {}
