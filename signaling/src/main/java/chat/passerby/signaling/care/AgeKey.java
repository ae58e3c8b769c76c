package chat.passerby.signaling.care;

import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.protocol.StrictJson;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The public key of the hoster's age service: PEM (SubjectPublicKeyInfo) or JWK (RFC 7517), Ed25519 or P-256.
/// Immutable.
public record AgeKey(Algorithm algorithm, PublicKey key) {
    private static final JsonMapper JSON = StrictJson.mapper();
    private static final String PEM = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";
    /// What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410, section 4).
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int ED25519_BYTES = 32;

    /// How it signs.
    public enum Algorithm {
        ED25519("EdDSA", "Ed25519"),
        /// A JWS holds the two numbers side by side (RFC 7518, section 3.4), not as ASN.1.
        ES256("ES256", "SHA256withECDSAinP1363Format");

        final String jose;
        final String jca;

        Algorithm(String jose, String jca) {
            this.jose = jose;
            this.jca = jca;
        }
    }

    /// Only what a public key has: a private one does not belong on this machine, and is refused as unknown.
    private record Jwk(
            String kty,
            String crv,
            String x,
            @Nullable String y,
            @Nullable String kid,
            @Nullable String alg,
            @Nullable String use) {}

    /// Reads it.
    ///
    /// @throws InvalidSettings says what it must be
    public static AgeKey read(Path file) throws InvalidSettings {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw problem(file + " cannot be read");
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
            throw problem(file + " must hold a public key, Ed25519 or P-256, as PEM or JWK");
        }
    }

    private static InvalidSettings problem(String words) {
        return new InvalidSettings(List.of(Key.AGE_ISSUER_KEY_FILE + ": " + words));
    }

    static AgeKey parse(String text) throws GeneralSecurityException {
        return text.contains(PEM)
                ? ofPem(text)
                : ofJwk(StrictJson.read(JSON, text.getBytes(StandardCharsets.UTF_8), Jwk.class));
    }

    private static AgeKey ofPem(String text) throws GeneralSecurityException {
        int end = text.indexOf(PEM_END);
        if (end < 0) throw new IllegalArgumentException("no end");
        String body = text.substring(text.indexOf(PEM) + PEM.length(), end);
        byte[] info = Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
        if (info.length == ED25519.length + ED25519_BYTES)
            return new AgeKey(Algorithm.ED25519, factory("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
        var key = (ECPublicKey) factory("EC").generatePublic(new X509EncodedKeySpec(info));
        if (!key.getParams().getCurve().equals(p256().getCurve())) throw new IllegalArgumentException("another curve");
        return new AgeKey(Algorithm.ES256, key);
    }

    private static AgeKey ofJwk(Jwk jwk) throws GeneralSecurityException {
        byte[] x = Base64.getUrlDecoder().decode(jwk.x());
        if (jwk.kty().equals("OKP") && jwk.crv().equals("Ed25519") && jwk.y() == null && x.length == ED25519_BYTES) {
            byte[] info = new byte[ED25519.length + ED25519_BYTES];
            System.arraycopy(ED25519, 0, info, 0, ED25519.length);
            System.arraycopy(x, 0, info, ED25519.length, ED25519_BYTES);
            return new AgeKey(Algorithm.ED25519, factory("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
        }
        if (!jwk.kty().equals("EC") || !jwk.crv().equals("P-256") || jwk.y() == null)
            throw new IllegalArgumentException("another kind of key");
        byte[] y = Base64.getUrlDecoder().decode(jwk.y());
        var point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
        return new AgeKey(Algorithm.ES256, factory("EC").generatePublic(new ECPublicKeySpec(point, p256())));
    }

    private static ECParameterSpec p256() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static KeyFactory factory(String name) throws GeneralSecurityException {
        return KeyFactory.getInstance(name);
    }
}
