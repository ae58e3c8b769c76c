package chat.passerby.relay;

import chat.passerby.relay.credential.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/// As the signaling server makes them.
record Credential(String username, String password) {
    static Credential of(String tag) {
        return of(Given.SECRET, tag, System.currentTimeMillis() / 1_000 + 600);
    }

    static Credential of(SharedSecret secret, String tag, long expiry) {
        String username = expiry + ":" + tag;
        return new Credential(username, secret.password(username));
    }

    byte[] key(String realm) {
        String text = username + ":" + realm + ":" + password;
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
