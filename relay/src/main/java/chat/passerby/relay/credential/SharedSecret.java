package chat.passerby.relay.credential;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a TURN server and those who mint its credentials both know, and nobody else. Immutable; it does not print.
public record SharedSecret(String value) {
    private static final String HMAC = "HmacSHA1";
    private static final int MADE = 32;
    /// What coturn, too, reads from a line of its file as it is written: no blank, no quote, no `=` but at the end.
    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9+/_-]{32,128}={0,2}");

    /// Reads a secret.
    ///
    /// @throws IllegalArgumentException with what is wrong with the file: "must …"
    public static SharedSecret read(Path file) {
        String value = PrivateFile.read(file).strip();
        if (FIT.matcher(value).matches()) return new SharedSecret(value);
        throw new IllegalArgumentException(
                "must hold one line of 32 to 128 letters and digits, as `openssl rand -hex 32` makes them: " + file);
    }

    /// Reads a secret; at first, where there is no such file, makes one for its owner alone.
    ///
    /// @throws IllegalArgumentException with what is wrong with the file: "must …"
    public static SharedSecret readOrMake(Path file, RandomGenerator chance) {
        if (!Files.exists(file)) {
            byte[] secret = new byte[MADE];
            chance.nextBytes(secret);
            PrivateFile.make(file, HexFormat.of().formatHex(secret) + "\n");
        }
        return read(file);
    }

    /// The password that goes with a username (draft-uberti-behave-turn-rest-00): its HMAC-SHA1.
    public String password(String username) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "SharedSecret[]";
    }
}
