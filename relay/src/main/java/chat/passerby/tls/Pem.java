package chat.passerby.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Certificates and keys in the form that Let's Encrypt and its like hand out (RFC 7468).
public final class Pem {
    private static final Pattern KEY = Pattern.compile("-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----([^-]*)-----END");
    private static final String CONVERT = "; convert it with: openssl pkey -in OLD.pem -out NEW.pem";

    private Pem() {}

    /// What is wrong with a file, in words that follow the key of its setting: "has no certificate".
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String words;

        Unusable(String words) {
            super(words);
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// The chain, the server's own certificate first.
    public static List<Certificate> chain(String file) throws Unusable {
        try {
            List<Certificate> chain = List.copyOf(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1))));
            if (chain.isEmpty()) throw new Unusable("has no certificate");
            return chain;
        } catch (CertificateException e) {
            throw new Unusable("has no readable certificate: it must be PEM, and begin -----BEGIN CERTIFICATE-----");
        }
    }

    public static PrivateKey key(String file, PublicKey partner) throws Unusable {
        Matcher block = KEY.matcher(file);
        if (!block.find())
            throw new Unusable("has no private key: it must be PEM, and begin -----BEGIN PRIVATE KEY-----");
        switch (block.group(1)) {
            case "" -> {}
            case "ENCRYPTED " ->
                throw new Unusable("holds a key with a password, which nobody would be there to type" + CONVERT);
            case "RSA ", "EC ", "DSA " -> throw new Unusable("holds a key in an old form" + CONVERT);
            default -> throw new Unusable("holds a key of an unknown form" + CONVERT);
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(block.group(2));
            PrivateKey key =
                    KeyFactory.getInstance(partner.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(content));
            if (!belong(key, partner)) throw new Unusable("is not the key of the first certificate");
            return key;
        } catch (InvalidKeySpecException e) {
            throw new Unusable("is not the key of the first certificate, or is damaged");
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new Unusable("holds a key that cannot be used");
        }
    }

    private static boolean belong(PrivateKey key, PublicKey partner) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        byte[] anything = {1, 2, 3};
        signature.initSign(key);
        signature.update(anything);
        byte[] signed = signature.sign();
        signature.initVerify(partner);
        signature.update(anything);
        return signature.verify(signed);
    }

    /// Both together, as the JDK's TLS takes them.
    public static KeyStore store(List<Certificate> chain, PrivateKey key) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("passerby", key, new char[0], chain.toArray(Certificate[]::new));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PKCS12 in memory", e);
        }
    }
}
