package chat.passerby.signaling.care;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// An age service for tests: it believes everybody.
public final class AgeIssuer {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE = 32;

    private final AgeKey.Algorithm algorithm;
    private final KeyPair keys;

    private AgeIssuer(AgeKey.Algorithm algorithm, KeyPair keys) {
        this.algorithm = algorithm;
        this.keys = keys;
    }

    public static AgeIssuer ed25519() throws GeneralSecurityException {
        return new AgeIssuer(
                AgeKey.Algorithm.ED25519,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    static AgeIssuer p256() throws GeneralSecurityException {
        return onCurve("secp256r1");
    }

    static AgeIssuer onCurve(String name) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return new AgeIssuer(AgeKey.Algorithm.ES256, generator.generateKeyPair());
    }

    /// Somebody is an adult, for this site, until then.
    public String adult(String audience, long exp) throws GeneralSecurityException {
        return token("{\"over\":18,\"exp\":" + exp + ",\"aud\":\"" + audience + "\"}");
    }

    String token(String claims) throws GeneralSecurityException {
        return token("{\"alg\":\"" + algorithm.jose + "\",\"typ\":\"JWT\"}", claims);
    }

    String token(String header, String claims) throws GeneralSecurityException {
        String signed = encoded(header) + "." + encoded(claims);
        Signature signer = Signature.getInstance(algorithm.jca);
        signer.initSign(keys.getPrivate());
        signer.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + URL.encodeToString(signer.sign());
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    String jwk() {
        if (key() instanceof ECPublicKey ec)
            return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
                    + coordinate(ec.getW().getAffineX().toByteArray()) + "\",\"y\":\""
                    + coordinate(ec.getW().getAffineY().toByteArray()) + "\"}";
        byte[] info = key().getEncoded();
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                + URL.encodeToString(Arrays.copyOfRange(info, info.length - COORDINATE, info.length)) + "\"}";
    }

    private static String coordinate(byte[] number) {
        byte[] full = new byte[COORDINATE];
        int length = Math.min(number.length, COORDINATE);
        System.arraycopy(number, number.length - length, full, COORDINATE - length, length);
        return URL.encodeToString(full);
    }

    private PublicKey key() {
        return keys.getPublic();
    }
}
