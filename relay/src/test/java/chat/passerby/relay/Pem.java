package chat.passerby.relay;

import chat.passerby.relay.RelaySettings.Tls;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/// A certificate that signs itself, and its key, in files.
record Pem(Tls files, X509Certificate certificate) {
    static Pem in(Path folder) throws Exception {
        return in(folder, Instant.now().plus(Duration.ofDays(1)));
    }

    /// Into the same files as before.
    static Pem in(Path folder, Instant notAfter) throws Exception {
        X509Bundle bundle = new CertificateBuilder()
                .subject("CN=relay.example.org")
                .addSanDnsName("relay.example.org")
                .notBefore(notAfter.minus(Duration.ofDays(2)))
                .notAfter(notAfter)
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        Tls files = new Tls(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        Files.writeString(files.certificates(), bundle.getCertificatePathPEM());
        Files.writeString(files.key(), bundle.getPrivateKeyPEM());
        return new Pem(files, bundle.getCertificate());
    }
}
