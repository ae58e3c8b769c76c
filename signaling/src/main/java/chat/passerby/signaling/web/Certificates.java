package chat.passerby.signaling.web;

import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import chat.passerby.tls.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's certificate and key, read again when their files change: whoever renews them every two months restarts
/// nothing. Files that cannot be used leave those in use in place. [#refresh] is confined to one thread.
public final class Certificates {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final Settings.Tls files;
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private Contents used;
    private String said = "";

    /// What stood in the two files, byte for character. Compared whole: they are small, and dates lie.
    private record Contents(String certificates, String key) {}

    private Certificates(Settings.Tls files) throws InvalidSettings {
        this.files = files;
        used = read();
        tls.setKeyStore(open(used));
        tls.setKeyStorePassword("");
    }

    /// Reads the files for the first time.
    public static Certificates of(Settings.Tls files) throws InvalidSettings {
        return new Certificates(files);
    }

    /// For [Listener].
    public SslContextFactory.Server tls() {
        return tls;
    }

    /// Looks at the files again; to be called every few seconds. New connections get the new certificate, those there
    /// are go on under the old.
    public void refresh() {
        try {
            Contents now = read();
            if (now.equals(used)) return;
            KeyStore store = open(now);
            tls.reload(factory -> factory.setKeyStore(store));
            used = now;
            said = "";
            LOG.info("The certificate in {} is in use now", files.certificates());
        } catch (Exception e) {
            sayOnce(String.valueOf(e.getMessage()));
        }
    }

    private void sayOnce(String problem) {
        if (problem.equals(said)) return;
        said = problem;
        LOG.warn("{}. The certificate from before stays in use", problem);
    }

    private Contents read() throws InvalidSettings {
        return new Contents(text(Key.TLS_CERT, files.certificates()), text(Key.TLS_KEY, files.key()));
    }

    private static String text(Key setting, Path file) throws InvalidSettings {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw problem(setting, file, "does not exist");
        } catch (IOException e) {
            throw problem(setting, file, "cannot be read by this user");
        }
    }

    private KeyStore open(Contents contents) throws InvalidSettings {
        Key setting = Key.TLS_CERT;
        Path file = files.certificates();
        try {
            List<Certificate> chain = Pem.chain(contents.certificates);
            setting = Key.TLS_KEY;
            file = files.key();
            PrivateKey key = Pem.key(contents.key, chain.getFirst().getPublicKey());
            warnIfExpired(chain.getFirst());
            return Pem.store(chain, key);
        } catch (Pem.Unusable e) {
            throw problem(setting, file, e.words());
        }
    }

    private void warnIfExpired(Certificate own) {
        if (own instanceof X509Certificate x509
                && x509.getNotAfter().toInstant().isBefore(Instant.now()))
            LOG.warn(
                    "The certificate in {} ran out on {}: browsers will warn of it",
                    files.certificates(),
                    x509.getNotAfter().toInstant());
    }

    private static InvalidSettings problem(Key setting, Path file, String words) {
        return new InvalidSettings(List.of(setting + ": " + file + " " + words));
    }
}
