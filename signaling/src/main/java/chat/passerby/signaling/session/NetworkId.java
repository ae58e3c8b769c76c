package chat.passerby.signaling.session;

/// The HMAC of a /24 (IPv4) or /56 (IPv6): limits and counting distinct networks, nothing else.
///
/// @param value 128 bits in base64url
public record NetworkId(String value) {}
