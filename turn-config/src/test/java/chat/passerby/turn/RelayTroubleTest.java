package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.turn.check.Finding;
import chat.passerby.turn.check.Outcome;
import chat.passerby.turn.check.RelayCheck;
import chat.passerby.turn.check.RelayHealth;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The check, where there is no TURN server at all.
class RelayTroubleTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Login LOGIN = new Credentials(new SharedSecret(Given.SECRET), null, Duration.ofMinutes(10));

    private final List<AutoCloseable> open = new ArrayList<>();
    private final RelayCheck check;

    RelayTroubleTest() throws Exception {
        check = new RelayCheck(new SecureRandom());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) one.close();
    }

    private List<Finding> check(String... urls) throws Exception {
        return check.check(List.of(new TurnServer(List.of(urls), LOGIN)), Instant.now())
                .getFirst()
                .findings();
    }

    private static List<Finding> all(Outcome outcome, String... urls) {
        return List.of(urls).stream().map(url -> new Finding(url, outcome, 0)).toList();
    }

    private ServerSocket listening() throws IOException {
        var socket = new ServerSocket(0, 50, HERE);
        open.add(socket);
        return socket;
    }

    /// A port whose every connection hears this, and then nothing more.
    private int saying(String text) throws IOException {
        ServerSocket server = listening();
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed())
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException closed) {
                    // and so the loop ends
                }
        });
        return server.getLocalPort();
    }

    @Test
    void where_nobody_listens_it_is_closed() throws Exception {
        int port = Coturn.freePort();
        String[] urls = {
            "turn:127.0.0.1:" + port, "turn:127.0.0.1:" + port + "?transport=tcp", "turns:127.0.0.1:" + port
        };

        assertThat(check(urls)).isEqualTo(all(Outcome.CLOSED, urls));
    }

    @Test
    void where_nobody_answers_it_is_silent_and_the_check_ends_all_the_same() throws Exception {
        var udp = new DatagramSocket(0, HERE);
        open.add(udp);
        int tcp = listening().getLocalPort();
        var urls = new ArrayList<String>();
        for (int i = 0; i < 10; i++)
            urls.addAll(List.of(
                    "turn:127.0.0.1:" + udp.getLocalPort(),
                    "turn:127.0.0.1:" + tcp + "?transport=tcp",
                    "turns:127.0.0.1:" + tcp));
        check("turn:127.0.0.1:" + Coturn.freePort()); // ice4j starts
        long begun = System.nanoTime();

        assertThat(check(urls.toArray(String[]::new))).isEqualTo(all(Outcome.SILENT, urls.toArray(String[]::new)));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(Duration.ofSeconds(15)); // 30 times 3 if one by one
    }

    @Test
    void a_name_that_does_not_resolve_is_told() throws Exception {
        assertThat(check("turn:turn.example.invalid:3478"))
                .isEqualTo(all(Outcome.NO_NAME, "turn:turn.example.invalid:3478"));
    }

    @Test
    void what_speaks_otherwise_is_told() throws Exception {
        int http = saying("HTTP/1.1 400 Bad Request\r\n\r\n");
        int noise = saying("\1\3\0\10\41\22\244\102" + "x".repeat(40)); // begins as STUN does
        int nothing = saying("");

        assertThat(check("turn:127.0.0.1:" + http + "?transport=tcp", "turns:127.0.0.1:" + http))
                .extracting(Finding::outcome)
                .containsExactly(Outcome.NOT_TURN, Outcome.NO_TLS);
        assertThat(check("turn:127.0.0.1:" + noise + "?transport=tcp"))
                .extracting(Finding::outcome)
                .containsExactly(Outcome.NOT_TURN);
        assertThat(check("turn:127.0.0.1:" + nothing + "?transport=tcp", "turns:127.0.0.1:" + nothing))
                .extracting(Finding::outcome)
                .containsExactly(Outcome.HUNG_UP, Outcome.HUNG_UP);
    }

    /// Everything is answered with itself: a request is no answer.
    @Test
    void an_echo_is_no_answer() throws Exception {
        var echo = new DatagramSocket(0, HERE);
        open.add(echo);
        Thread.ofVirtual().start(() -> {
            var packet = new DatagramPacket(new byte[2_048], 2_048);
            while (!echo.isClosed())
                try {
                    echo.receive(packet);
                    echo.send(packet);
                } catch (IOException closed) {
                    // and so the loop ends
                }
        });
        String url = "turn:127.0.0.1:" + echo.getLocalPort();

        assertThat(check(url)).isEqualTo(all(Outcome.SILENT, url));
    }

    @Test
    void one_server_that_is_down_hides_no_other() throws Exception {
        var down = new TurnServer(List.of("turn:127.0.0.1:" + Coturn.freePort()), LOGIN);
        var unknown = new TurnServer(List.of("turn:turn.example.invalid:3478"), LOGIN);

        assertThat(check.check(List.of(down, unknown), Instant.now()))
                .extracting(RelayHealth::server)
                .containsExactly(down, unknown);
    }

    /// With our settings for logs.
    @Test
    void a_program_that_checks_logs_nothing_and_ends_by_itself() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.config.file="
                                + "../signaling/src/main/resources/chat/passerby/signaling/logging.properties",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        "turn:127.0.0.1:" + Coturn.freePort(),
                        "turns:127.0.0.1:" + Coturn.freePort(),
                        "turn:127.0.0.1:" + saying("HTTP/1.1 400 Bad Request\r\n") + "?transport=tcp",
                        "turn:turn.example.invalid:3478")
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines()).containsExactly("CLOSED", "CLOSED", "NOT_TURN", "NO_NAME");
        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /// In a JVM of its own, where ice4j starts anew.
    static final class Program {
        private Program() {}

        public static void main(String... urls) throws Exception {
            var check = new RelayCheck(new SecureRandom());
            check.check(List.of(new TurnServer(List.of(urls), LOGIN)), Instant.now())
                    .getFirst()
                    .findings()
                    .forEach(finding -> System.out.println(finding.outcome().name()));
        }
    }
}
