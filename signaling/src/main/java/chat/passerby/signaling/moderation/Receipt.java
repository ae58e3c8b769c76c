package chat.passerby.signaling.moderation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a reporter holds to ask later what became of the report: 80 random bits, easy to read out. Only its hash is
/// stored, so nobody who sees the database can ask in the reporter's place. Immutable.
///
/// @param code in groups, such as `7K3M-Q2ZD-9XTA-5VWP`
public record Receipt(String code) {
    /// Crockford's base 32: no letter that looks like a digit, or makes words.
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUPS = 4;

    /// Draws a new one.
    static Receipt draw(RandomGenerator random) {
        return new Receipt(
                IntStream.range(0, GROUPS).mapToObj(i -> group(random)).collect(Collectors.joining("-")));
    }

    private static String group(RandomGenerator random) {
        return random.ints(GROUPS, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Not the code: it belongs to the reporter, and in no log.
    @Override
    public String toString() {
        return "Receipt";
    }
}
