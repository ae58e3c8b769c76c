package chat.passerby.signaling.session;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The server's own secret and what is derived from it (HKDF, RFC 5869), one key for each purpose. Immutable; any
/// thread.
public final class Secrets {
    private static final String FILE = "passerby.key";
    private static final int BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey browser;
    private final SecretKey network;
    private final SecretKey ticket;
    private final SecretKey seal;
    private final SecretKey evidence;
    private final SecretKey statement;
    private final SecretKey signature;

    private Secrets(byte[] master) {
        browser = derive(master, "browser", "HmacSHA256");
        network = derive(master, "network", "HmacSHA256");
        ticket = derive(master, "ticket", "AES");
        seal = derive(master, "seal", "HmacSHA256");
        evidence = derive(master, "evidence", "AES");
        statement = derive(master, "statement", "HmacSHA256");
        signature = derive(master, "signature", "HmacSHA256");
    }

    /// Reads the secret from `passerby.key` in the data folder, or makes it at the first start, readable by its owner
    /// alone. It outlives restarts, so that tickets, seals and blocks do.
    public static Secrets load(Path data) throws IOException {
        Path file = data.resolve(FILE);
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        try {
            if (Files.getFileStore(data).supportsFileAttributeView("posix"))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            else Files.createFile(file);
            Files.write(file, fresh, StandardOpenOption.SYNC);
            return new Secrets(fresh);
        } catch (FileAlreadyExistsException there) {
            byte[] kept = Files.readAllBytes(file);
            if (kept.length != BYTES)
                throw new IOException(file + " must hold " + BYTES + " bytes; move it away to have a new one made"
                        + " (with the old one end blocks, bans and open conversations, and stored evidence cannot be"
                        + " read any more)");
            return new Secrets(kept);
        }
    }

    /// A fresh secret that is kept nowhere.
    public static Secrets ephemeral() {
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        return new Secrets(fresh);
    }

    /// So many random bits, in base64url.
    public static String random(int bits) {
        byte[] bytes = new byte[bits / 8];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    static TokenHash hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(token));
            return new TokenHash(BASE64.encodeToString(digest));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public BrowserId browser(String browserKey) {
        return new BrowserId(BASE64.encodeToString(Arrays.copyOf(hmac(browser, bytes(browserKey)), 16)));
    }

    /// The network of an address: its /24 (IPv4) or /56 (IPv6).
    public NetworkId network(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] prefix = Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 7);
        return new NetworkId(BASE64.encodeToString(Arrays.copyOf(hmac(network, prefix), 16)));
    }

    SecretKey ticketKey() {
        return ticket;
    }

    SecretKey sealKey() {
        return seal;
    }

    /// With which the database's evidence is encrypted.
    public SecretKey evidenceKey() {
        return evidence;
    }

    /// Bits that belong to a decision: nobody else can tell them, and they need not be stored.
    public byte[] statement(long decision) {
        return hmac(statement, ByteBuffer.allocate(Long.BYTES).putLong(decision).array());
    }

    /// Ours, under something that lies where others could write.
    public byte[] signature(byte[] message) {
        return hmac(signature, message);
    }

    static byte[] hmac(SecretKey key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SecretKey derive(byte[] master, String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(new SecretKeySpec(master, "Generic"))
                                    .thenExpand(bytes("passerby " + purpose + " 1"), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
