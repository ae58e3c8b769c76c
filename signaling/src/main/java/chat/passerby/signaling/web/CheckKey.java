package chat.passerby.signaling.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// The key of one start to the check page, for whoever reads the terminal. Immutable; it does not print.
public final class CheckKey implements CheckPage.Gate {
    private static final int BYTES = 18;
    private static final String SCHEME = "Bearer ";

    private final String text;

    private CheckKey(String text) {
        this.text = text;
    }

    public static CheckKey random(SecureRandom chance) {
        byte[] key = new byte[BYTES];
        chance.nextBytes(key);
        return new CheckKey(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    /// What follows the site's address. Behind the `#`, it is sent to no server and stands in no log.
    public String path() {
        return CheckPage.PATH + "#" + text;
    }

    @Override
    public boolean admits(Request request) {
        @Nullable String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return given != null && MessageDigest.isEqual(bytes(given), bytes(SCHEME + text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
