package chat.passerby.signaling.moderation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// What somebody holds who has no account: 80 bits that nobody guesses, easy to read out. A receipt for a report, the
/// key to a statement of reasons, an invitation. Only its hash is stored, so nobody who sees the database can use it.
/// Immutable.
///
/// @param text in groups, such as `7K3M-Q2ZD-9XTA-5VWP`
public record Code(String text) {
    /// Crockford's base 32: no letter that looks like a digit, or makes words.
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern FORM = Pattern.compile("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int MOST = 64;

    public Code {
        if (!FORM.matcher(text).matches()) throw new IllegalArgumentException("a code must match " + FORM);
    }

    /// Draws a new one.
    static Code draw(RandomGenerator random) {
        byte[] bits = new byte[LENGTH];
        random.nextBytes(bits);
        return of(bits);
    }

    /// From bits that are random, or look so to everybody else: five of each byte count.
    static Code of(byte[] bits) {
        var letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) letters.append(LETTERS.charAt(bits[i] & 31));
        return grouped(letters);
    }

    /// What somebody typed: small letters, spaces, and the letters that look like digits are as good.
    public static Optional<Code> parse(String typed) {
        if (typed.length() > MOST) return Optional.empty();
        String letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        if (letters.length() != LENGTH || !letters.chars().allMatch(c -> LETTERS.indexOf(c) >= 0))
            return Optional.empty();
        return Optional.of(grouped(letters));
    }

    private static Code grouped(CharSequence letters) {
        var text = new StringBuilder(letters);
        for (int at = LENGTH - GROUP; at > 0; at -= GROUP) text.insert(at, '-');
        return new Code(text.toString());
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Not the code: it belongs to its holder, and in no log.
    @Override
    public String toString() {
        return "Code";
    }
}
