package chat.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `passerby doctor` on the command line. What it finds is tested where it looks.
class ExamineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void what_is_wrong_is_said_with_what_to_change_and_ends_with_1() throws Exception {
        String url = "turn:127.0.0.1:" + closedPort();

        assertThat(run("doctor", url)).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsSubsequence(
                        url,
                        "  ✗ address         is closed: nothing listens there, or a firewall refuses",
                        "",
                        "One thing is wrong.");
        assertThat(out.toString()).contains("→ Start it, and let UDP port ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void programs_get_json() throws Exception {
        String url = "turn:127.0.0.1:" + closedPort() + "?transport=tcp";

        assertThat(run("doctor", "--json", url)).isEqualTo(1);
        JsonNode diagnosis = JsonMapper.shared().readTree(out.toString());
        assertThat(diagnosis.get("healthy").booleanValue()).isFalse();
        assertThat(diagnosis.get("lines")).hasSize(1);
        JsonNode line = diagnosis.get("lines").get(0);
        assertThat(line.get("about").stringValue()).isEqualTo(url);
        assertThat(line.get("what").stringValue()).isEqualTo("address");
        assertThat(line.get("mark").stringValue()).isEqualTo("bad");
        assertThat(line.get("change").stringValue()).contains("turn.urls must name its turn.port");
    }

    @Test
    void with_nobody_to_examine_it_asks_whom() {
        assertThat(run("doctor")).isEqualTo(2);
        assertThat(err.toString()).startsWith("No TURN server is set (turn.urls, turn.servers-file)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://turn.example.org", "turn.example.org:3478"})
    void what_is_no_host_is_refused(String host) {
        assertThat(run("doctor", host)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("HOST must be a name, an IP address, or ")
                .contains(host);
    }

    /// In a JVM of its own, from the first to the last of it.
    @Test
    void it_ends_by_itself_when_nobody_answers_and_logs_nothing() throws Exception {
        try (var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Process doctor = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "doctor",
                            "turn:127.0.0.1:" + silent.getLocalPort())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(doctor.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(doctor.exitValue()).isEqualTo(1);
            assertThat(said).contains("does not answer").endsWith("\nOne thing is wrong.\n");
            assertThat(said.lines()).hasSize(5);
        }
    }

    /// That was free a moment ago.
    private static int closedPort() throws Exception {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int run(String... args) {
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out));
        commands.setErr(new PrintWriter(err));
        return commands.execute(args);
    }
}
