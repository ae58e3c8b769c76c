package chat.passerby.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.Measures;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.moderation.Report;
import chat.passerby.signaling.moderation.Report.Line;
import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "settings",
                "moderator",
                "moderator reports",
                "moderator add",
                "moderator invite",
                "moderator list",
                "moderator remove",
                "report",
                "turn-config",
                "turn-config coturn",
                "relay",
                "doctor"
            })
    void every_command_has_help_and_a_version(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: passerby").contains("--help", "--version");

        out.getBuffer().setLength(0);
        assertThat(run((command + " --version").strip().split(" "))).isZero();
        assertThat(out.toString()).matches("passerby \\S+ \\(\\S+\\)\\R");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void alone_it_tells_what_it_can_do() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("serve", "settings", "moderator");
    }

    @Test
    void what_does_not_exist_is_refused_with_what_does() {
        assertThat(run("serv")).isEqualTo(2);
        assertThat(err.toString()).contains("serv'", "passerby serve");

        assertThat(run("serve", "--prot", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--prot");
    }

    @Test
    void settings_prints_the_defaults() {
        assertThat(run("settings")).isZero();
        assertThat(out).hasToString(Settings.defaults());
    }

    @Test
    void wrong_settings_are_all_named_and_nothing_starts() throws Exception {
        Path file = Files.writeString(folder.resolve("my.properties"), "http.prot = 1\nhttp.host = example.org\n");

        assertThat(run("serve", "--port", "many", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactlyInAnyOrder(
                        "http.prot is no setting; did you mean http.port? (" + file + ")",
                        "http.host must be localhost or an IP address of this machine, not example.org (" + file + ")",
                        "http.port must be a number from 0 to 65535, not many (command line)");
    }

    @Test
    void a_port_in_use_is_said_with_what_to_do() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int code = run(
                    "serve", "--host", "127.0.0.1", "--port", "" + taken.getLocalPort(), "--data", folder.toString());

            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .contains("127.0.0.1:" + taken.getLocalPort(), "in use", "--port", "--host")
                    .doesNotContain("\tat ");
        }
    }

    /// A relay that may be missing, too, is none of those that find their port taken by another: it would never start.
    @ParameterizedTest
    @ValueSource(strings = {"auto", "on"})
    void page_and_relay_on_one_port_of_one_address_are_refused_with_both_keys(String relay) throws Exception {
        Path file = Files.writeString(
                folder.resolve("my.properties"),
                "relay = %s\nhttp.port = 23478\nturn.port = 23478\ndata.dir = %s\n".formatted(relay, folder));

        assertThat(run("serve", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("turn.port must differ from http.port", "127.0.0.1", "nginx.conf")
                .doesNotContain("\tat ");
    }

    @Test
    void page_and_encrypted_relay_on_one_port_of_one_address_are_refused_with_both_keys() throws Exception {
        String tls = "tls.cert = %1$s/cert.pem\ntls.key = %1$s/key.pem\n".formatted(folder);
        Path file = Files.writeString(
                folder.resolve("my.properties"),
                tls + "http.port = 20443\nturn.tls-port = 20443\ndata.dir = " + folder + "\n");

        assertThat(run("serve", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("turn.tls-port must differ from http.port");
    }

    @Test
    void a_port_for_figures_that_is_taken_is_said_with_its_setting() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Path file = Files.writeString(
                    folder.resolve("my.properties"),
                    "relay = off\nmetrics.listen = 127.0.0.1:%d\n".formatted(taken.getLocalPort()));

            assertThat(run("serve", "--config", file.toString(), "--port", "0", "--data", folder.toString()))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .contains("metrics.listen: 127.0.0.1:" + taken.getLocalPort(), "in use")
                    .doesNotContain("\tat ");
        }
    }

    /// Below it, a port needs a right. Read in one go: the kernel gives these files no second one.
    private static int firstFreePort() throws Exception {
        Path bar = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
        if (!Files.exists(bar)) return 0;
        try (var in = Files.newBufferedReader(bar)) {
            return Integer.parseInt(in.readLine());
        }
    }

    /// As root, without the one right that is needed.
    @ParameterizedTest
    @ValueSource(strings = {"serve", "relay"})
    void a_port_that_needs_a_right_is_said_with_the_right(String command) throws Exception {
        assumeTrue(firstFreePort() > 443, "Skipped: on this machine anybody may listen on 443");
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(!root || Files.isExecutable(Path.of("/usr/bin/setpriv")), "Skipped: no setpriv");
        Path file = Files.writeString(
                folder.resolve("my.properties"),
                "turn.ip = 127.0.0.1\nhttp.port = 443\ndata.dir = %s\n%s\n"
                        .formatted(folder, command.equals("relay") ? "turn.port = 443" : "relay = off"));
        List<String> program = new ArrayList<>(
                root
                        ? List.of("setpriv", "--bounding-set", "-net_bind_service", "--inh-caps", "-net_bind_service")
                        : List.of());
        program.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command,
                "--config",
                file.toString()));
        Process process = new ProcessBuilder(program).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("CAP_NET_BIND_SERVICE", "443").doesNotContain("\tat ");
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_said() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("serve", "--port", "0", "--data", file.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("data.dir", "--data").doesNotContain("\tat ");
    }

    @Test
    void the_coturn_file_is_printed_with_a_warning_beside_it() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "0123456789abcdef0123456789abcdef");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path file = Files.writeString(folder.resolve("my.properties"), "turn.secret-file = " + secret);

        assertThat(run("turn-config", "coturn", "--config", file.toString())).isZero();
        assertThat(out.toString())
                .startsWith("# coturn's settings for this Passerby")
                .contains("\nstatic-auth-secret=0123456789abcdef0123456789abcdef\n");
        assertThat(err.toString()).contains("secret", "nobody but coturn");
    }

    @Test
    void a_relay_that_finds_its_port_taken_says_so_and_has_made_its_secret() throws Exception {
        try (var taken = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))) {
            Path file = Files.writeString(
                    folder.resolve("my.properties"),
                    "turn.ip = 127.0.0.1\nturn.relay-ports = 20000-21999\nturn.port = " + taken.getLocalPort());

            assertThat(run("relay", "--config", file.toString(), "--data", folder.toString()))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("UDP port " + taken.getLocalPort() + " of 127.0.0.1 is taken")
                    .doesNotContain("\tat ");
            Path secret = folder.resolve("turn.secret");
            assertThat(secret).content().matches("[0-9a-f]{64}\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_relay_with_a_realm_that_is_too_long_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("my.properties"), "turn.realm = " + "a".repeat(33));

        assertThat(run("relay", "--config", file.toString(), "--data", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("realm", "32").doesNotContain("\tat ");
    }

    @Test
    void without_a_secret_there_is_no_coturn_file() {
        assertThat(run("turn-config", "coturn")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("turn.secret-file must name a file")
                .doesNotContain("\tat ");
    }

    @Test
    void reports_are_listed_with_what_was_said_and_what_was_left_out() throws Exception {
        store();

        assertThat(reports()).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "Report 1 · 2026-11-21 12:00:00 UTC · self-harm",
                        "  video for 1:35, room room-1",
                        "  reporter ann-aaaa in network net-a, reported ben-bbbb in network net-b",
                        "  │ first line",
                        "  │ <U+001B>]0;owned<U+0007>Report 2 · <U+202E>evil",
                        "  (2 of reported not attached)",
                        "  11:59:00 reported: <U+001B>[31mred <U+009B>2J😀",
                        "  11:59:05 reporter: no",
                        "  11:59:10 reported: bye<U+000A>Report 3",
                        "");
    }

    @Test
    void reports_as_json_are_plain_ascii() throws Exception {
        store();

        assertThat(reports("--json")).isZero();
        assertThat(out.toString()).matches("[\\x20-\\x7e\\r\\n]+");
        JsonNode report = JsonMapper.shared().readTree(out.toString()).get(0);
        assertThat(report.get("id").intValue()).isEqualTo(1);
        assertThat(report.get("created").stringValue()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(report.get("reason").stringValue()).isEqualTo("self-harm");
        assertThat(report.get("reported").stringValue()).isEqualTo("ben-bbbb-and-more");
        assertThat(report.get("lines").get(0).get("by").stringValue()).isEqualTo("reported");
        assertThat(report.get("lines").get(0).get("text").stringValue()).isEqualTo("\u001b[31mred \u009b2J😀");
    }

    @Test
    void no_reports_are_said_to_be_none() throws Exception {
        Store.open(folder).close();

        assertThat(reports()).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("No reports.");
        out.getBuffer().setLength(0);
        assertThat(reports("--json")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("[ ]");
    }

    @Test
    void a_folder_without_database_is_said_and_left_alone() {
        assertThat(reports()).isEqualTo(1);
        assertThat(err.toString()).contains(folder.toString(), "--data");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_moderator_is_made_invited_again_listed_and_removed() throws Exception {
        Path file = Files.writeString(folder.resolve("my.properties"), "site.url = https://chat.example.org");
        String config = file.toString();
        String data = folder.resolve("data").toString();

        assertThat(run("moderator", "add", "Mia", "--config", config, "--data", data))
                .isZero();
        assertThat(out.toString())
                .containsPattern("https://chat\\.example\\.org/moderate#invite=([0-9A-Z]{4}-){3}[0-9A-Z]{4}\\R")
                .contains("once");
        assertThat(run("moderator", "add", "Mia", "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("already", "moderator invite \"Mia\"");

        out.getBuffer().setLength(0);
        assertThat(run("moderator", "invite", "Mia", "--data", data)).isZero();
        assertThat(out.toString()).contains("http://localhost:8080/moderate#invite=");

        out.getBuffer().setLength(0);
        assertThat(run("moderator", "list", "--data", data)).isZero();
        assertThat(out.toString()).startsWith("Mia · since ").contains("has not made a passkey yet");

        assertThat(run("moderator", "remove", "Mia", "--data", data)).isZero();
        assertThat(run("moderator", "remove", "Mia", "--data", data)).isEqualTo(1);
        assertThat(run("moderator", "invite", "Mia", "--data", data)).isEqualTo(1);
        out.getBuffer().setLength(0);
        assertThat(run("moderator", "list", "--data", data)).isZero();
        assertThat(out.toString()).contains("No moderators", "moderator add NAME");
    }

    @Test
    void a_name_that_could_do_harm_is_refused_with_the_rule() {
        assertThat(run("moderator", "add", "=cmd()", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("1 to 40 letters").doesNotContain("\tat ");
    }

    @Test
    void the_figures_of_a_year_are_printed_in_three_forms() throws Exception {
        store();

        assertThat(figures("--year", "2026")).isZero();
        assertThat(out.toString().lines())
                .contains("2026-11", "  notices: 1", "  notices self-harm: 1", "  median minutes to decision: —");
        out.getBuffer().setLength(0);
        assertThat(figures("--year", "2026", "--csv")).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.getFirst()).startsWith("month,conversations,notices,"))
                .satisfies(lines -> assertThat(lines.getLast()).startsWith("2026-11,0,1,"));
        out.getBuffer().setLength(0);
        assertThat(figures("--year", "2026", "--json")).isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.path("months").get(0).path("notices").stringValue()).isEqualTo("1");
        assertThat(json.path("auditWhole").booleanValue()).isTrue();
        out.getBuffer().setLength(0);
        assertThat(figures("--year", "1999")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("Nothing is counted of 1999.");
        assertThat(figures("--json", "--csv")).isEqualTo(2);
    }

    @Test
    void figures_of_an_audit_that_was_tampered_with_are_not_passed_off_as_true() throws Exception {
        store();
        try (Store store = Store.open(folder)) {
            store.write(handle -> handle.execute("delete from audit"));
        }

        assertThat(figures("--year", "2026")).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be trusted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@sum|'@sum",
                "a,b|\"a,b\"",
                "say \"hi\"|\"say \"\"hi\"\"\"",
                "=\"x\"|\"'=\"\"x\"\"\"",
                "2026-11|2026-11"
            })
    void no_cell_of_a_table_is_a_formula(String text, String cell) {
        assertThat(Cell.of(text)).isEqualTo(cell);
        assertThat(Cell.of("\u001b[31m" + text)).startsWith(text.matches("[^,\"]*") ? "' [31m" : "\"' [31m");
        assertThat(Cell.of("\t=1")).isEqualTo("' =1");
        assertThat(Cell.of("a\r\n=1")).doesNotContain("\n", "\r");
    }

    private int figures(String... options) {
        var args = new ArrayList<>(List.of("report", "--data", folder.toString()));
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    private int reports(String... options) {
        var args = new ArrayList<>(List.of("moderator", "reports", "--data", folder.toString()));
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out));
        commands.setErr(new PrintWriter(err));
        try {
            return commands.execute(args.length == 1 && args[0].isEmpty() ? new String[0] : args);
        } finally {
            commands.getOut().flush();
            commands.getErr().flush();
        }
    }

    private void store() throws Exception {
        try (Store store = Store.open(folder)) {
            Office office = Office.of(
                    store, Secrets.load(folder), Settings.read(null, Map.of()).moderation());
            new Cases(office, Measures.load(office, NOON))
                    .file(
                            new Report(
                                    NOON,
                                    Reason.SELF_HARM,
                                    "first line\n\u001b]0;owned\u0007Report 2 · \u202eevil",
                                    new RoomId("room-1"),
                                    Mode.VIDEO,
                                    Duration.ofSeconds(95),
                                    Side.A,
                                    new Party(new BrowserId("ann-aaaa-and-more"), new NetworkId("net-a")),
                                    new Party(new BrowserId("ben-bbbb-and-more"), new NetworkId("net-b")),
                                    List.of(
                                            new Line(Side.B, 3, NOON.minusSeconds(60), "\u001b[31mred \u009b2J😀"),
                                            new Line(Side.A, 1, NOON.minusSeconds(55), "no"),
                                            new Line(Side.B, 4, NOON.minusSeconds(50), "bye\nReport 3"))),
                            false,
                            NOON);
        }
    }
}
