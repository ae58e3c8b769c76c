package chat.passerby.turn.check;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Sees the certificates of a handshake, and what is wrong with them, but lets it go on: the rest is looked at too. One
/// for each site, whose handshakes all write the same; any thread.
final class Witness extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager browser;
    List<X509Certificate> chain = List.of();

    @Nullable
    CertificateException trouble;

    /// @param browser what a browser would believe
    Witness(X509ExtendedTrustManager browser) {
        this.browser = browser;
    }

    /// Whom the JDK believes, by a list much like that of browsers.
    static X509ExtendedTrustManager usual() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has certificate authorities", e);
        }
    }

    Tls tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return new Tls(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String kind, Socket socket) {
        chain = List.of(certificates);
        try {
            browser.checkServerTrusted(certificates, kind, socket);
        } catch (CertificateException e) {
            trouble = e;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String kind, SSLEngine engine)
            throws CertificateException {
        browser.checkServerTrusted(certificates, kind, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String kind) throws CertificateException {
        browser.checkServerTrusted(certificates, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String kind, Socket socket)
            throws CertificateException {
        browser.checkClientTrusted(certificates, kind, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String kind, SSLEngine engine)
            throws CertificateException {
        browser.checkClientTrusted(certificates, kind, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String kind) throws CertificateException {
        browser.checkClientTrusted(certificates, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return browser.getAcceptedIssuers();
    }
}
