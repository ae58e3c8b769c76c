package chat.passerby.signaling.care;

import chat.passerby.signaling.protocol.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the hoster's age service says of a visitor: a signed token (JWS, RFC 7515, compact) with one claim that
/// matters, `over`, and two that bind it, `exp` and `aud`. A token with any other claim is refused, so that nobody is
/// tempted to put a name into it. Nothing of it is kept. Immutable; any thread.
public final class AgeTokens {
    /// Of a compact token; ours have some 200 characters.
    private static final Pattern COMPACT = Pattern.compile("([\\w-]{1,512})\\.([\\w-]{1,1024})\\.([\\w-]{1,512})");

    private static final JsonMapper JSON = StrictJson.mapper();
    private static final int ADULT = 18;
    private static final long SECOND = 1_000;

    private final AgeKey key;

    public AgeTokens(AgeKey key) {
        this.key = key;
    }

    /// RFC 7515, section 4.1. With `crit` or anything else it would be another token than ours.
    private record Header(
            String alg, @Nullable String typ, @Nullable String kid) {}

    /// RFC 7519, section 4.1, and the age.
    private record Claims(int over, long exp, String aud) {}

    /// What is wrong with this token; null if it says that somebody is an adult, here and now.
    ///
    /// @param token    as the visitor brought it
    /// @param audience this site, as its token must name it
    /// @param now      in milliseconds since 1970
    public @Nullable String fault(@Nullable String token, String audience, long now) {
        if (token == null) return "age is missing";
        var parts = COMPACT.matcher(token);
        if (!parts.matches()) return "age must be a compact signed token";
        try {
            Header header = StrictJson.read(JSON, decoded(parts.group(1)), Header.class);
            if (!header.alg().equals(key.algorithm().jose)) return "age must be signed with " + key.algorithm().jose;
            byte[] signed = (parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
            if (!signs(signed, decoded(parts.group(3)))) return "age is not signed by this site's age service";
            return fault(StrictJson.read(JSON, decoded(parts.group(2)), Claims.class), audience, now);
        } catch (IllegalArgumentException | JacksonException malformed) {
            return "age must hold over, exp and aud, and nothing else";
        }
    }

    private static @Nullable String fault(Claims claims, String audience, long now) {
        if (!claims.aud().equals(audience)) return "age is for another site";
        if (claims.exp() <= now / SECOND) return "age is over its time";
        return claims.over() < ADULT ? "age says less than " + ADULT : null;
    }

    private boolean signs(byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(key.algorithm().jca);
            verifier.initVerify(key.key());
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException unfit) {
            return false; // a signature of another form
        }
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
