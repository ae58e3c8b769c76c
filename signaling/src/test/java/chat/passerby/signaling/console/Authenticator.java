package chat.passerby.signaling.console;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a browser and its security key do: one passkey (ES256), made and signed with as W3C Web Authentication says.
final class Authenticator {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PRESENT_AND_VERIFIED = 0x05;
    private static final int WITH_KEY = 0x40;

    private final KeyPair keys;
    private final byte[] id = new byte[16];
    private String user = "";
    int counter = 1;
    int flags = PRESENT_AND_VERIFIED;
    String format = "none";

    Authenticator() {
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `navigator.credentials.create`, on a page of this origin.
    String create(String options, String origin) {
        JsonNode key = JSON.readTree(options).get("publicKey");
        user = key.get("user").get("id").asString();
        byte[] client = client("webauthn.create", key, origin);
        byte[] data = join(
                data(key.get("rp").get("id").asString(), flags | WITH_KEY),
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                cose());
        byte[] attestation = join(
                hex("a363666d74"),
                text(format),
                hex("6761747453746d74a0"),
                hex("68617574684461746158"),
                new byte[] {(byte) data.length},
                data);
        return credential(Map.of("clientDataJSON", base64(client), "attestationObject", base64(attestation)));
    }

    /// `navigator.credentials.get`.
    String get(String options, String origin) throws GeneralSecurityException {
        JsonNode key = JSON.readTree(options).get("publicKey");
        byte[] client = client("webauthn.get", key, origin);
        byte[] data = data(key.get("rpId").asString(), flags);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return credential(Map.of(
                "clientDataJSON", base64(client),
                "authenticatorData", base64(data),
                "signature", base64(signature.sign()),
                "userHandle", user));
    }

    private String credential(Map<String, String> response) {
        return JSON.writeValueAsString(Map.of(
                "id", base64(id),
                "rawId", base64(id),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of()));
    }

    private static byte[] client(String type, JsonNode key, String origin) {
        return JSON.writeValueAsBytes(Map.of(
                "type", type, "challenge", key.get("challenge").asString(), "origin", origin, "crossOrigin", false));
    }

    private byte[] data(String house, int with) {
        return join(
                sha256(house.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) with},
                ByteBuffer.allocate(4).putInt(counter++).array());
    }

    /// RFC 9053: an EC2 key of P-256 for ES256.
    private byte[] cose() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(
                hex("a5010203262001215820"),
                coordinate(point.getAffineX()),
                hex("225820"),
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        var padded = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    /// A short CBOR string.
    private static byte[] text(String text) {
        return join(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
