package chat.passerby.turn;

import chat.passerby.relay.credential.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Credentials that a TURN server can check without being told of them (draft-uberti-behave-turn-rest-00): the username
/// is `expiry:tag`, the password its HMAC-SHA1 under the shared secret. Immutable.
///
/// @param secret   under which credentials are minted
/// @param previous which they were minted under before, and is still accepted
/// @param ttl      how long they are good for a new allocation
public record Credentials(SharedSecret secret, @Nullable SharedSecret previous, Duration ttl) implements Login {
    /// Bytes, without a remainder in base64.
    private static final int TAG = 12;
    private static final Pattern USERNAME = Pattern.compile("(\\d{1,12}):.+");

    /// A name for one negotiation: chance, and nothing of a person.
    public static String tag(RandomGenerator chance) {
        byte[] tag = new byte[TAG];
        chance.nextBytes(tag);
        return Base64.getUrlEncoder().encodeToString(tag);
    }

    @Override
    public Credential credential(String tag, Instant now) {
        String username = now.plus(ttl).getEpochSecond() + ":" + tag;
        return new Credential(username, secret.password(username));
    }

    /// Whether these were minted here and are not over.
    public boolean accepts(String username, String password, Instant now) {
        Matcher parts = USERNAME.matcher(username);
        return parts.matches()
                && Long.parseLong(parts.group(1)) >= now.getEpochSecond()
                && Stream.of(secret, previous)
                        .anyMatch(known -> known != null && same(known.password(username), password));
    }

    /// As long for a near miss as for any other.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
