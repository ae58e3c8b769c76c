package chat.passerby.relay;

import chat.passerby.relay.RelaySettings.Tls;
import chat.passerby.tls.Pem;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The relay's certificate and key, read again when their files change. Files that cannot be used leave those in use in
/// place. [#look] is confined to the housekeeping, which alone writes [#context]; that is for any thread.
final class TlsFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);

    private final Tls files;
    private Contents used;
    private String said = "";
    private volatile SslContext context;

    /// What stood in the two files, byte for character. Compared whole: they are small, and dates lie.
    private record Contents(String certificates, String key) {}

    TlsFiles(Tls files) throws RelayException {
        this.files = files;
        used = read();
        context = open(used);
    }

    /// For the next connection.
    SslContext context() {
        return context;
    }

    void look() {
        try {
            Contents now = read();
            if (now.equals(used)) return;
            context = open(now);
            used = now;
            said = "";
            LOG.info("The relay uses the certificate now in {}", files.certificates());
        } catch (RelayException e) {
            String problem = String.valueOf(e.getMessage());
            if (!problem.equals(said)) LOG.warn("{}. The relay goes on with the certificate from before", problem);
            said = problem;
        }
    }

    private Contents read() throws RelayException {
        return new Contents(text(files.certificates()), text(files.key()));
    }

    private static String text(Path file) throws RelayException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new RelayException(file + " does not exist", e);
        } catch (IOException e) {
            throw new RelayException(file + " cannot be read by this user", e);
        }
    }

    private SslContext open(Contents contents) throws RelayException {
        Path file = files.certificates();
        try {
            List<Certificate> chain = Pem.chain(contents.certificates);
            file = files.key();
            PrivateKey key = Pem.key(contents.key, chain.getFirst().getPublicKey());
            warnIfExpired(chain.getFirst());
            return SslContextBuilder.forServer(
                            key, chain.stream().map(X509Certificate.class::cast).toArray(X509Certificate[]::new))
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (Pem.Unusable e) {
            throw new RelayException(file + " " + e.words(), e);
        } catch (SSLException e) {
            throw new RelayException(file + " holds a key that cannot be used", e);
        }
    }

    private void warnIfExpired(Certificate own) {
        if (own instanceof X509Certificate x509
                && x509.getNotAfter().toInstant().isBefore(Instant.now()))
            LOG.warn(
                    "The certificate in {} ran out on {}: browsers will not connect to the relay with it",
                    files.certificates(),
                    x509.getNotAfter().toInstant());
    }
}
