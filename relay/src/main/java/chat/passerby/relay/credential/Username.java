package chat.passerby.relay.credential;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `expiry:tag` (draft-uberti-behave-turn-rest-00). Immutable; it does not print.
///
/// @param text   as it was sent
/// @param expiry in seconds since 1970: the last in which an allocation can be made
/// @param tag    names whoever was given it, for quotas and for taking it back
public record Username(String text, long expiry, String tag) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}):([!-~]{1,128})");

    /// Reads USERNAME, or returns null if it is none of ours.
    static @Nullable Username parse(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? new Username(text, Long.parseLong(parts.group(1)), parts.group(2)) : null;
    }

    @Override
    public String toString() {
        return "Username[]";
    }
}
