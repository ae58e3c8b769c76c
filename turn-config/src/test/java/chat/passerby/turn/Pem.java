package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// A certificate for a name, and its key.
///
/// @param authority the certificate of who signed it
record Pem(Path certificate, Path key, Path authority) {
    private static final String PASSWORD = "changeit";

    /// Signed by itself.
    static Pem make(Path folder, String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        keytool(store, "a", name);
        return read(store, "a", "a");
    }

    /// Signed by an authority.
    ///
    /// @param begin as keytool takes it
    static Pem make(Path folder, String name, String begin, int days) throws Exception {
        Path store = folder.resolve(name + "-signed.p12");
        keytool(store, "ca", "authority", "-ext", "bc:c");
        keytool(store, "a", name, "-signer", "ca", "-startdate", begin, "-validity", "" + days);
        return read(store, "a", "ca");
    }

    private static void keytool(Path store, String alias, String name, String... more) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + name));
        command.addAll(List.of("-ext", "san=dns:" + name, "-storepass", PASSWORD, "-keystore", store.toString()));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    private static Pem read(Path store, String alias, String authority) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        byte[] key = keys.getKey(alias, PASSWORD.toCharArray()).getEncoded();
        return new Pem(
                write(store, ".crt", "CERTIFICATE", keys.getCertificate(alias).getEncoded()),
                write(store, ".key", "PRIVATE KEY", key),
                write(
                        store,
                        ".ca",
                        "CERTIFICATE",
                        keys.getCertificate(authority).getEncoded()));
    }

    private static Path write(Path store, String suffix, String label, byte[] content) throws IOException {
        Path file = store.resolveSibling(store.getFileName() + suffix);
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }

    /// Trusts its authority, and no other.
    SSLContext trusted() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust()}, null);
        return context;
    }

    /// Likewise.
    X509ExtendedTrustManager trust() throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            known.setCertificateEntry(
                    "a", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(known);
        return (X509ExtendedTrustManager) trust.getTrustManagers()[0];
    }
}
