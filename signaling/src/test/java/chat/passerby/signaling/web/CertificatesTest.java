package chat.passerby.signaling.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesTest {
    /// Made once: a key takes keytool a second.
    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private final Server server = new Server();
    private Settings.Tls files;

    @BeforeAll
    static void make() throws Exception {
        make("rsa", "RSA", "90");
        make("ec", "EC", "90");
        make("expired", "EC", "1", "-startdate", "-3d");
    }

    @BeforeEach
    void choose() throws Exception {
        files = new Settings.Tls(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        use("rsa", "rsa");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void a_renewed_certificate_is_shown_to_the_next_who_comes() throws Exception {
        Certificates certificates = Certificates.of(files);
        int port = serve(certificates);
        assertThat(shownAt(port)).isEqualTo("CN=rsa");

        use("ec", "ec");
        certificates.refresh();

        assertThat(shownAt(port)).isEqualTo("CN=ec");
    }

    @Test
    void files_that_cannot_be_used_leave_the_old_certificate_in_place() throws Exception {
        Certificates certificates = Certificates.of(files);
        int port = serve(certificates);

        use("ec", "rsa");
        certificates.refresh();
        assertThat(shownAt(port)).isEqualTo("CN=rsa");
        Files.delete(files.key());
        certificates.refresh();
        assertThat(shownAt(port)).isEqualTo("CN=rsa");

        use("ec", "ec");
        certificates.refresh();
        assertThat(shownAt(port)).isEqualTo("CN=ec");
    }

    @Test
    void a_certificate_that_ran_out_is_served_all_the_same() throws Exception {
        use("expired", "expired");

        assertThat(shownAt(serve(Certificates.of(files)))).isEqualTo("CN=expired");
    }

    @Test
    void what_is_missing_is_named() throws Exception {
        Files.delete(files.certificates());
        assertRefused("tls.cert: " + files.certificates() + " does not exist");

        use("rsa", "rsa");
        Files.delete(files.key());
        assertRefused("tls.key: " + files.key() + " does not exist");
    }

    @Test
    void files_that_are_something_else_are_named() throws Exception {
        Files.writeString(files.certificates(), "hello");
        assertRefused("tls.cert: " + files.certificates() + " has no readable certificate: it must be PEM, and begin"
                + " -----BEGIN CERTIFICATE-----");

        use("rsa", "rsa");
        Files.copy(made.resolve("rsa.cert"), files.key(), StandardCopyOption.REPLACE_EXISTING);
        assertRefused("tls.key: " + files.key() + " has no private key: it must be PEM, and begin -----BEGIN PRIVATE"
                + " KEY-----");
    }

    @Test
    void a_key_of_another_certificate_is_refused() throws Exception {
        use("rsa", "ec");
        assertRefused("tls.key: " + files.key() + " is not the key of the first certificate, or is damaged");

        use("expired", "ec");
        assertRefused("tls.key: " + files.key() + " is not the key of the first certificate");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, holds a key in an old form",
        "EC, holds a key in an old form",
        "ENCRYPTED, 'holds a key with a password, which nobody would be there to type'",
        "OPENSSH, holds a key of an unknown form",
    })
    void a_key_in_another_form_is_refused_with_the_command_that_converts_it(String form, String words)
            throws Exception {
        Files.writeString(
                files.key(),
                "-----BEGIN " + form + " PRIVATE KEY-----\nMIIB\n-----END " + form + " PRIVATE KEY-----\n");

        assertRefused(
                "tls.key: " + files.key() + " " + words + "; convert it with: openssl pkey -in OLD.pem -out NEW.pem");
    }

    private void assertRefused(String problem) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Certificates.of(files))
                .withMessage(problem);
    }

    private void use(String certificate, String key) throws IOException {
        Files.write(files.certificates(), Files.readAllBytes(made.resolve(certificate + ".cert")));
        Files.write(files.key(), Files.readAllBytes(made.resolve(key + ".key")));
    }

    private int serve(Certificates certificates) throws Exception {
        ServerConnector connector =
                Listener.on(server, new Settings.Http("localhost", 0), new SecurityHeaders(null), certificates.tls());
        server.addConnector(connector);
        server.start();
        return connector.getLocalPort();
    }

    /// Whose certificate a new TLS handshake is shown.
    private static String shownAt(int port) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Credulous()}, new SecureRandom());
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
            var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }

    private static void make(String name, String algorithm, String days, String... more) throws Exception {
        Path store = made.resolve(name + ".p12");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-validity",
                days,
                "-storepass",
                "changeit",
                "-keystore",
                store.toString()));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();

        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        write(name + ".cert", "CERTIFICATE", keys.getCertificate("a").getEncoded());
        write(
                name + ".key",
                "PRIVATE KEY",
                keys.getKey("a", "changeit".toCharArray()).getEncoded());
    }

    private static void write(String file, String label, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(
                made.resolve(file), "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }

    /// Believes any certificate: the tests look at it themselves.
    private static final class Credulous implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
