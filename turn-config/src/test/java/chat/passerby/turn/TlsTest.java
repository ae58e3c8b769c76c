package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TURN over TLS: from coturn itself, and beside a page on one port, sorted by nginx with the file that we ship.
class TlsTest {
    @TempDir
    private Path folder;

    private final int tlsPort = Coturn.freePort();
    private Pem pem;
    private Coturn coturn;

    @BeforeEach
    void start() throws Exception {
        Coturn.assumeInstalled();
        pem = Pem.make(folder, "turn.example.org");
        int relayed = 30_000 + new SecureRandom().nextInt(2_000);
        coturn = Coturn.start(
                folder,
                new Given()
                        .with("turn.secret-file", Given.secret(folder.resolve("secret")))
                        .with("turn.ip", "127.0.0.1")
                        .with("turn.port", Coturn.freePort())
                        .with("turn.tls-port", tlsPort)
                        .with("turn.tls-cert", pem.certificate())
                        .with("turn.tls-key", pem.key())
                        .with("turn.relay-ports", relayed + "-" + (relayed + 99))
                        .with("turn.total-quota", 100)
                        .read());
    }

    @AfterEach
    void stop() {
        if (coturn != null) coturn.close();
    }

    private static void assertTurn(TlsClient client) throws Exception {
        assertThat(client.certificate()).isEqualTo("CN=turn.example.org");
        assertThat(client.ask(new StunMessage(StunMessage.BINDING)).success()).isTrue();
        StunMessage refusal = client.ask(
                new StunMessage(StunMessage.ALLOCATE).with(StunMessage.REQUESTED_TRANSPORT, new byte[] {17, 0, 0, 0}));
        assertThat(refusal.error()).isEqualTo(401);
        assertThat(new String(refusal.get(StunMessage.REALM), StandardCharsets.UTF_8))
                .isEqualTo("chat.example.org");
    }

    @Test
    void coturn_speaks_it_with_the_certificate_it_is_given() throws Exception {
        try (var client = new TlsClient("127.0.0.1", tlsPort, "turn.example.org")) {
            assertTurn(client);
        }
    }

    @Test
    void a_renewed_certificate_is_read_at_SIGUSR2() throws Exception {
        Pem renewed = Pem.make(folder, "turn.example.net");
        Files.copy(renewed.certificate(), pem.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(renewed.key(), pem.key(), StandardCopyOption.REPLACE_EXISTING);
        coturn.signal("USR2");

        String shown = "CN=turn.example.org";
        for (int i = 0; i < 50 && shown.equals("CN=turn.example.org"); i++)
            try (var client = new TlsClient("127.0.0.1", tlsPort, "turn.example.net")) {
                shown = client.certificate();
            }
        assertThat(shown).isEqualTo("CN=turn.example.net");
    }

    @Test
    void one_port_serves_the_page_and_turn_by_name() throws Exception {
        assumeTrue(
                Coturn.installed("nginx") && Files.exists(Path.of("/usr/lib/nginx/modules/ngx_stream_module.so")),
                "Skipped: no nginx with its stream module here (apt-get install nginx libnginx-mod-stream)");
        assumeTrue(Files.isWritable(Path.of("/var/lib/nginx")), "Skipped: only root can run Debian's nginx");
        HttpServer page = page();
        int front = Coturn.freePort();
        Process nginx = nginx(front, page.getAddress().getPort());
        try {
            try (var turn = new TlsClient("127.0.0.1", front, "turn.example.org")) {
                assertTurn(turn);
            }
            for (String name : new String[] {"chat.example.org", "www.example.org"}) {
                try (var visitor = new TlsClient("127.0.0.9", front, name)) {
                    assertThat(visitor.certificate()).isEqualTo("CN=chat.example.org");
                    assertThat(visitor.ask("""
                            GET /ws HTTP/1.1\r
                            Host: chat.example.org\r
                            Connection: Upgrade, close\r
                            Upgrade: websocket\r
                            Forwarded: for=8.8.8.8\r
                            X-Forwarded-For: 8.8.8.8\r
                            \r
                            """)).contains("/ws of 127.0.0.9 by https, websocket upgrade, null");
                }
            }
        } finally {
            nginx.destroyForcibly().onExit().join();
            page.stop(0);
        }
    }

    /// Says who it thinks has come.
    private static HttpServer page() throws IOException {
        HttpServer page = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        page.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            byte[] text = "%s of %s by %s, %s %s, %s"
                    .formatted(
                            exchange.getRequestURI(),
                            headers.getFirst("X-Forwarded-For"),
                            headers.getFirst("X-Forwarded-Proto"),
                            headers.getFirst("Upgrade"),
                            headers.getFirst("Connection"),
                            headers.getFirst("Forwarded"))
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        page.start();
        return page;
    }

    /// The file as it is, but for ports and places.
    private Process nginx(int front, int page) throws Exception {
        Pem ofPage = Pem.make(folder, "chat.example.org");
        String text = Files.readString(Path.of("nginx.conf"));
        Map<String, String> instead = Map.of(
                "listen 443;",
                "listen 127.0.0.1:" + front + ";",
                "listen [::]:443;",
                "",
                "127.0.0.1:5348",
                "127.0.0.1:" + Coturn.freePort(),
                "127.0.0.1:5349",
                "127.0.0.1:" + tlsPort,
                "127.0.0.1:8443",
                "127.0.0.1:" + Coturn.freePort(),
                "127.0.0.1:8080",
                "127.0.0.1:" + page,
                "/run/nginx.pid",
                folder.resolve("nginx.pid").toString(),
                "/var/log/nginx/error.log",
                folder.resolve("nginx.log").toString(),
                "/etc/letsencrypt/live/chat.example.org/fullchain.pem",
                ofPage.certificate().toString(),
                "/etc/letsencrypt/live/chat.example.org/privkey.pem",
                ofPage.key().toString());
        for (var one : instead.entrySet()) {
            assertThat(text).contains(one.getKey());
            text = text.replace(one.getKey(), one.getValue());
        }
        Path file = Files.writeString(folder.resolve("nginx.conf"), text);
        Path log = folder.resolve("nginx.out");
        Process nginx = new ProcessBuilder("nginx", "-c", file.toString(), "-g", "daemon off; master_process off;")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitListening(front, nginx, log);
        return nginx;
    }

    private static void awaitListening(int port, Process nginx, Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end && nginx.isAlive()) {
            try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                if (socket.isConnected()) return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new AssertionError("nginx does not listen: " + Files.readString(log));
    }
}
