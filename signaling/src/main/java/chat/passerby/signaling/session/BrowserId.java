package chat.passerby.signaling.session;

/// The HMAC of a browser key: self-match, blocks, bans and counting distinct reporters, nothing else.
///
/// @param value 128 bits in base64url
public record BrowserId(String value) implements Comparable<BrowserId> {
    @Override
    public int compareTo(BrowserId other) {
        return value.compareTo(other.value);
    }
}
