package chat.passerby.signaling.session;

/// The SHA-256 of a session token: what the server keeps of it.
///
/// @param value 256 bits in base64url
public record TokenHash(String value) {}
