package chat.passerby.turn;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// A TLS connection that asks for a name, believes any certificate, and remembers which it got.
final class TlsClient implements AutoCloseable {
    private static final int HEADER = 20;

    private final SSLSocket socket;

    TlsClient(String source, int port, String name) throws Exception {
        var plain = new Socket();
        plain.bind(new InetSocketAddress(InetAddress.ofLiteral(source), 0));
        plain.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 5_000);
        plain.setSoTimeout(10_000);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Credulous()}, new SecureRandom());
        socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name)));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
    }

    String certificate() throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    /// STUN over a stream frames itself (RFC 8489, section 6.2.2).
    StunMessage ask(StunMessage request) throws IOException {
        socket.getOutputStream().write(request.encode());
        var in = new DataInputStream(socket.getInputStream());
        byte[] header = in.readNBytes(HEADER);
        byte[] body = in.readNBytes(ByteBuffer.wrap(header).getShort(2) & 0xffff);
        return StunMessage.parse(
                ByteBuffer.allocate(HEADER + body.length).put(header).put(body).array());
    }

    /// The whole answer to an HTTP request.
    String ask(String request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

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
