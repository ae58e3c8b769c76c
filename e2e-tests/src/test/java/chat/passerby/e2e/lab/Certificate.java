package chat.passerby.e2e.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/// A certificate for the lab's server, signed by itself, and its key.
///
/// @param chain PEM
/// @param key   PEM
/// @param store of the JDK's kind, for what shall trust it
/// @param print of its public key, by which a browser can be told to accept it
record Certificate(Path chain, Path key, Path store, String print) {
    static final String PASSWORD = "changeit";

    static Certificate make(Path folder, String ip) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("certificate.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "lab",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + ip,
                        "-ext",
                        "san=ip:" + ip,
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.onExit().join().exitValue() != 0) throw new IllegalStateException("keytool failed");
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var certificate = store.getCertificate("lab");
        byte[] key = store.getKey("lab", PASSWORD.toCharArray()).getEncoded();
        byte[] print = MessageDigest.getInstance("SHA-256")
                .digest(certificate.getPublicKey().getEncoded());
        return new Certificate(
                pem(folder.resolve("lab.crt"), "CERTIFICATE", certificate.getEncoded()),
                pem(folder.resolve("lab.key"), "PRIVATE KEY", key),
                file,
                Base64.getEncoder().encodeToString(print));
    }

    private static Path pem(Path file, String label, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }
}
