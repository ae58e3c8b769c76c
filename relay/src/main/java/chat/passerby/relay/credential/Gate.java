package chat.passerby.relay.credential;

import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.ErrorCode;
import chat.passerby.relay.stun.Integrity;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells who signed a request: the long-term credentials of RFC 8489, section 9.2, with usernames and passwords that
/// need no table. Whether a credential is over is for its caller to judge. Immutable, for any thread.
public final class Gate {
    private final byte[] realm;
    private final List<SharedSecret> secrets;
    private final Nonces nonces;

    /// @param secrets the present one, and the one before while it is being changed
    public Gate(String realm, List<SharedSecret> secrets, Nonces nonces) {
        this.realm = realm.getBytes(StandardCharsets.UTF_8);
        this.secrets = List.copyOf(secrets);
        this.nonces = nonces;
    }

    /// What came of a request.
    public sealed interface Verdict {}

    /// Signed by whom its username names. Immutable; it does not print.
    @SuppressWarnings("ArrayRecordComponent") // the key is neither changed nor compared
    public record Known(Username user, byte[] key, Integrity integrity) implements Verdict {
        /// Whether both came with the same username.
        public boolean same(Known other) {
            return user.equals(other.user);
        }

        @Override
        public String toString() {
            return "Known[]";
        }
    }

    /// Signed by nobody we know.
    public record Refused(ErrorCode code) implements Verdict {}

    /// Judges a request, in the order of RFC 8489, section 9.2.4.
    ///
    /// @param before who signed the allocation, if there is one: spares making the key again
    public Verdict judge(StunMessage request, InetSocketAddress client, @Nullable Known before, Now now) {
        @Nullable Integrity integrity = signature(request);
        if (integrity == null) return new Refused(ErrorCode.UNAUTHORIZED);
        if (!request.has(Attribute.USERNAME) || !request.has(Attribute.REALM) || !request.has(Attribute.NONCE))
            return new Refused(ErrorCode.BAD_REQUEST);
        if (!nonces.fresh(request.value(Attribute.NONCE), client, now)) return new Refused(ErrorCode.STALE_NONCE);
        @Nullable Username user = Username.parse(request.value(Attribute.USERNAME));
        if (user != null && Arrays.equals(realm, request.value(Attribute.REALM))) {
            if (before != null && before.user.equals(user) && integrity.verify(request, before.key))
                return new Known(user, before.key, integrity);
            for (SharedSecret secret : secrets) {
                byte[] key = key(user, secret);
                if (integrity.verify(request, key)) return new Known(user, key, integrity);
            }
        }
        return new Refused(ErrorCode.UNAUTHORIZED);
    }

    private static @Nullable Integrity signature(StunMessage request) {
        if (request.has(Attribute.MESSAGE_INTEGRITY_SHA256)) return Integrity.SHA256;
        return request.has(Attribute.MESSAGE_INTEGRITY) ? Integrity.SHA1 : null;
    }

    /// Adds what is needed to try again.
    public void challenge(StunWriter refusal, InetSocketAddress client, Now now) {
        refusal.with(Attribute.REALM, realm).with(Attribute.NONCE, nonces.make(client, now));
    }

    private byte[] key(Username user, SharedSecret secret) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update((user.text() + ":").getBytes(StandardCharsets.UTF_8));
            md5.update(realm);
            return md5.digest((":" + secret.password(user.text())).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
