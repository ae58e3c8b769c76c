package chat.passerby.turn.check;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// TLS as a browser wants it: a chain of certificates that leads to one it trusts, good today, for this name.
/// Immutable.
record Tls(SSLContext context) {
    /// Encrypts a connection, or closes it.
    Socket over(Socket plain, String name, Deadline deadline) throws Failure {
        try {
            plain.setSoTimeout((int) deadline.patience().toMillis());
            var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, plain.getPort(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            Tcp.close(plain);
            throw new Failure(outcome(e));
        } catch (Failure e) {
            Tcp.close(plain);
            throw e;
        }
    }

    /// What a failed handshake, or a refused chain, comes down to.
    static Outcome outcome(Exception e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .map(Tls::kind)
                .reduce(Outcome.NO_TLS, (before, deeper) -> deeper == Outcome.NO_TLS ? before : deeper);
    }

    private static Outcome kind(Throwable cause) {
        return switch (cause) {
            case CertificateExpiredException date -> Outcome.CERTIFICATE_DATE;
            case CertificateNotYetValidException date -> Outcome.CERTIFICATE_DATE;
            // The JDK throws this very class for a name, and subclasses of it for a chain.
            case CertificateException other ->
                other.getClass().equals(CertificateException.class)
                        ? Outcome.CERTIFICATE_NAME
                        : Outcome.CERTIFICATE_UNTRUSTED;
            case SocketTimeoutException silence -> Outcome.SILENT;
            case EOFException end -> Outcome.HUNG_UP;
            case SocketException end -> Outcome.HUNG_UP;
            default -> Outcome.NO_TLS;
        };
    }
}
