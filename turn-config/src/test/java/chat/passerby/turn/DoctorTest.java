package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.turn.check.Diagnosis;
import chat.passerby.turn.check.Doctor;
import chat.passerby.turn.check.Line;
import chat.passerby.turn.check.Line.What;
import chat.passerby.turn.check.Mark;
import chat.passerby.turn.check.Patient;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doctor, with the coturn of this machine: healthy, and ill in one way at a time.
class DoctorTest {
    private static final SecureRandom CHANCE = new SecureRandom();

    @TempDir
    private Path folder;

    private final int port = Coturn.freePort();
    private final int tlsPort = Coturn.freePort();
    private final int relayed = 30_000 + CHANCE.nextInt(2_000);
    private final String udp = "turn:127.0.0.1:" + port;
    private final String tls = "turns:localhost:" + tlsPort;
    private Given given;
    private Pem pem;
    private @Nullable Coturn coturn;

    @BeforeEach
    void settings() throws Exception {
        Coturn.assumeInstalled();
        pem = Pem.make(folder, "localhost");
        given = new Given()
                .with("turn.secret-file", Given.secret(folder.resolve("secret")))
                .with("turn.ip", "127.0.0.1")
                .with("turn.port", port)
                .with("turn.relay-ports", relayed + "-" + (relayed + 99))
                .with("turn.user-quota", 3)
                .with("turn.total-quota", 100)
                .with("turn.allowed-peers", "127.0.0.1")
                .with("turn.urls", udp);
    }

    private void encrypted() {
        given.with("turn.tls-port", tlsPort)
                .with("turn.tls-cert", pem.certificate())
                .with("turn.tls-key", pem.key())
                .with("turn.urls", udp + "," + udp + "?transport=tcp," + tls);
    }

    @AfterEach
    void stop() {
        if (coturn != null) coturn.close();
    }

    private void start() throws Exception {
        start(UnaryOperator.identity());
    }

    private void start(UnaryOperator<String> change) throws Exception {
        coturn = Coturn.start(folder, given.read(), change);
    }

    private Diagnosis examine() throws Exception {
        return examine(Instant.now());
    }

    private Diagnosis examine(Instant now) throws Exception {
        return new Doctor(pem.trust(), CHANCE).examine(Patient.all(given.read()), now);
    }

    /// That this alone is wrong. What was seen, what it means and what to change, in one text.
    private static AbstractStringAssert<?> assertIll(Diagnosis diagnosis, What what) {
        assertThat(diagnosis.healthy()).isFalse();
        List<Line> ill = diagnosis.lines().stream()
                .filter(line -> line.mark() == Mark.BAD)
                .toList();
        assertThat(ill).as(diagnosis::toString).extracting(Line::what).containsOnly(what);
        return assertThat(ill.getFirst().toString());
    }

    private static String seen(Diagnosis diagnosis, What what) {
        return diagnosis.lines().stream()
                .filter(line -> line.what() == what)
                .findFirst()
                .orElseThrow()
                .seen();
    }

    @Test
    void a_healthy_server() throws Exception {
        encrypted();
        start();
        Diagnosis diagnosis = examine();

        assertThat(diagnosis.healthy()).as(diagnosis::toString).isTrue();
        assertThat(diagnosis.lines())
                .filteredOn(line -> line.mark() != Mark.GOOD)
                .extracting(Line::what)
                .containsExactly(What.PORTS); // from its own machine that cannot be told
        assertThat(diagnosis.lines())
                .extracting(Line::what)
                .containsExactly(
                        What.NAME,
                        What.ADDRESS,
                        What.STRANGERS,
                        What.PASSWORD,
                        What.ADDRESS,
                        What.STRANGERS,
                        What.PASSWORD,
                        What.CERTIFICATE,
                        What.ADDRESS,
                        What.STRANGERS,
                        What.PASSWORD,
                        What.OLD_PASSWORD,
                        What.RELAY,
                        What.PORTS,
                        What.PEERS,
                        What.QUOTA);
        assertThat(seen(diagnosis, What.NAME)).isEqualTo("127.0.0.1");
        assertThat(seen(diagnosis, What.ADDRESS)).matches("answers in \\d+ ms; it sees us at 127\\.0\\.0\\.1:\\d+");
        assertThat(seen(diagnosis, What.PASSWORD)).matches("is taken; relays from 127\\.0\\.0\\.1:\\d+");
        assertThat(seen(diagnosis, What.CERTIFICATE))
                .matches("for localhost, until \\d{4}-\\d\\d-\\d\\d \\((89|90) days\\)");
        assertThat(seen(diagnosis, What.RELAY))
                .matches("there and back in \\d+\\.\\d ms; of 25 packets at once, 2[45] came back");
        assertThat(seen(diagnosis, What.PORTS)).contains("is open to this machine, which is its own");
        assertThat(seen(diagnosis, What.PEERS))
                .contains("are refused")
                .endsWith("but for turn.allowed-peers: 127.0.0.1");
        assertThat(seen(diagnosis, What.QUOTA)).startsWith("one password gets 3 relayed addresses at a time");
        assertThat(diagnosis.toString())
                .contains("\n  ✓ certificate     for localhost", "\nNothing is wrong, as far as could be seen.")
                .doesNotContain(Given.SECRET);
    }

    @Test
    void everything_works_through_tcp_and_tls_alone() throws Exception {
        encrypted();
        for (String url : List.of(udp + "?transport=tcp", tls)) {
            given.with("turn.urls", url);
            start();
            Diagnosis diagnosis = examine();
            stop();

            assertThat(diagnosis.healthy()).as(diagnosis::toString).isTrue();
            assertThat(seen(diagnosis, What.RELAY)).contains("of 25 packets at once, 25 came back");
            assertThat(seen(diagnosis, What.PORTS)).isEqualTo("UDP does not get there from here");
            assertThat(seen(diagnosis, What.QUOTA)).startsWith("one password gets 3 ");
        }
    }

    @Test
    void an_open_relay_is_shouted_about() throws Exception {
        start(file -> file.replace("\nuse-auth-secret\n", "\nno-auth\n").replaceAll("\nstatic-auth-secret=.*", ""));

        assertIll(examine(), What.STRANGERS)
                .contains("get a relayed address without a password", "AN OPEN RELAY", "turn-config coturn");
    }

    @Test
    void another_secret() throws Exception {
        start(file -> file.replace(Given.SECRET, "f".repeat(32)));

        assertIll(examine(), What.PASSWORD).contains("is refused, whatever its time", "turn.secret-file");
    }

    @Test
    void the_secret_before() throws Exception {
        Path before = Given.file(folder.resolve("before"), "b".repeat(32), "rw-------");
        given.with("turn.previous-secret-file", before);
        start(file -> file.replace("static-auth-secret=" + Given.SECRET + "\n", ""));

        assertIll(examine(), What.PASSWORD).contains("one made with turn.previous-secret-file is taken");
    }

    @Test
    void a_clock_that_is_ahead_of_ours() throws Exception {
        start();

        assertIll(examine(Instant.now().minusSeconds(700)), What.PASSWORD)
                .contains("is refused; one that is good for a year is taken", "Its clock is ahead of ours", "NTP");
    }

    @Test
    void a_clock_that_is_behind_ours() throws Exception {
        start();

        assertIll(examine(Instant.now().plusSeconds(400)), What.OLD_PASSWORD)
                .contains("is taken five minutes after its end", "Its clock is behind ours", "NTP");
    }

    @Test
    void a_machine_whose_clock_is_wrong() throws Exception {
        WrongClock.assumeInstalled();
        coturn = Coturn.startAt(folder, given.read(), "+20");
        assertIll(examine(), What.PASSWORD).contains("Its clock is ahead of ours", "NTP");
        stop();

        coturn = Coturn.startAt(folder, given.read(), "-20");
        assertIll(examine(), What.OLD_PASSWORD).contains("Its clock is behind ours", "NTP");
    }

    @Test
    void doors_to_the_inside() throws Exception {
        start(file -> file.replaceAll("\ndenied-peer-ip=(10|169)\\..*", ""));

        assertIll(examine(), What.PEERS)
                .contains(
                        "are let through: 169.254.169.254, 10.0.0.1",
                        "or into what is behind it",
                        "turn-config coturn");
    }

    @Test
    void doors_to_the_inside_in_the_disguise_of_ipv6() throws Exception {
        assumeTrue(ipv6(), "Skipped: no IPv6 on this machine");
        given.with("turn.ip", "127.0.0.1, ::1");
        start(file -> file.replaceAll("\ndenied-peer-ip=[0-9a-f]*:.*", ""));

        assertIll(examine(), What.PEERS).contains("2002:7f00:1::", "64:ff9b::127.0.0.1", "fc00::1");
    }

    private static boolean ipv6() {
        try (var socket = new DatagramSocket(0, InetAddress.ofLiteral("::1"))) {
            return socket.isBound();
        } catch (SocketException none) {
            return false;
        }
    }

    @Test
    void no_door_between_two_who_are_relayed() throws Exception {
        given.with("turn.allowed-peers", "");
        start();
        Diagnosis diagnosis = examine();

        assertIll(diagnosis, What.RELAY)
                .contains(
                        "refused as peers (error 403)",
                        "cannot meet",
                        "turn.ip, turn.external-ip, or turn.denied-peers");
        assertThat(seen(diagnosis, What.PORTS)).isEqualTo("we come from 127.0.0.1, which is no place for a peer");
    }

    @Test
    void ports_that_nobody_gets_into() throws Exception {
        given.with("turn.external-ip", "127.0.0.9").with("turn.allowed-peers", "127.0.0.0/8");
        start();

        assertIll(examine(), What.PORTS)
                .containsPattern("port \\d+ lets nothing in")
                .contains("Let UDP ports " + relayed + "-" + (relayed + 99) + " (turn.relay-ports) in");
    }

    @Test
    void other_ports_than_those_of_the_settings() throws Exception {
        start(file -> file.replace("min-port=" + relayed, "min-port=" + (relayed + 200))
                .replace("max-port=" + (relayed + 99), "max-port=" + (relayed + 299)));

        assertIll(examine(), What.PASSWORD).contains("That is not in turn.relay-ports (" + relayed + "-");
    }

    @Test
    void another_quota_or_none() throws Exception {
        start(file -> file.replace("user-quota=3", "user-quota=2"));
        assertIll(examine(), What.QUOTA).contains("gets 2 relayed addresses at a time", "turn.user-quota is 3");
        stop();
        start(file -> file.replace("user-quota=3", "user-quota=0"));
        assertIll(examine(), What.QUOTA).contains("gets 4 relayed addresses, or more", "turn.user-quota is 3");
    }

    @Test
    void no_room_at_all() throws Exception {
        given.with("turn.user-quota", 1).with("turn.total-quota", 1);
        start();
        try (var visitor = new StunClient(port)) {
            assertThat(visitor.allocate(
                                    new Credentials(new SharedSecret(Given.SECRET), null, Duration.ofMinutes(10))
                                            .credential("visitor", Instant.now()),
                                    StunClient.IPV4)
                            .success())
                    .isTrue();
            assertIll(examine(), What.PASSWORD).contains("has no room left", "turn.total-quota", "turn.relay-ports");
        }
    }

    @Test
    void nobody_there() throws Exception {
        encrypted();

        assertIll(examine(), What.ADDRESS)
                .contains("is closed: nothing listens there", "let UDP port " + port + " in", "its turn.port");
    }

    @Test
    void nobody_answers() throws Exception {
        try (var silent = new DatagramSocket(port, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(silent.isBound()).isTrue();
            assertIll(examine(), What.ADDRESS).contains("does not answer", "let UDP port " + port + " in");
        }
    }

    /// As behind a firewall that limits how often one asks.
    @Test
    void an_end_to_answers_in_the_middle() throws Exception {
        start();
        try (var path = new TiringPath(port, 8)) {
            given.with("turn.urls", "turn:127.0.0.1:" + path.port());
            Diagnosis diagnosis = examine();

            assertThat(seen(diagnosis, What.PASSWORD)).startsWith("is taken");
            assertThat(diagnosis.lines())
                    .filteredOn(line -> line.mark() == Mark.BAD)
                    .extracting(Line::seen)
                    .contains("could not be tried: it does not answer any more");
        }
    }

    @Test
    void silence_after_a_refusal_is_no_second_refusal() throws Exception {
        start(file -> file.replace(Given.SECRET, "f".repeat(32)));
        try (var path = new TiringPath(port, 4)) {
            given.with("turn.urls", "turn:127.0.0.1:" + path.port());

            assertIll(examine(), What.PASSWORD)
                    .contains("is refused; asked for the reason, it does not answer", "cannot be told")
                    .contains("turn.secret-file", "NTP")
                    .doesNotContain("whatever its time");
        }
    }

    @Test
    void a_name_that_leads_nowhere() throws Exception {
        given.with("turn.urls", "turn:turn.example.invalid:3478");

        assertIll(examine(), What.NAME).contains("does not resolve", "DNS records (A, AAAA)", "turn.urls");
    }

    @Test
    void a_certificate_that_nobody_trusts() throws Exception {
        encrypted();
        start();
        pem = Pem.make(folder, "elsewhere"); // which browsers trust here

        assertIll(examine(), What.CERTIFICATE)
                .contains("it is signed by CN=localhost, and comes with 0 more of the chain", "fullchain.pem");
    }

    @Test
    void a_certificate_for_another_name() throws Exception {
        pem = Pem.make(folder, "turn.example.org");
        encrypted();
        start();

        assertIll(examine(), What.CERTIFICATE).contains("it is for turn.example.org", "for the name in turn.urls");
    }

    @Test
    void a_certificate_that_is_over_or_soon_will_be() throws Exception {
        pem = Pem.make(folder, "localhost", "-10d", 5);
        encrypted();
        start();
        assertIll(examine(), What.CERTIFICATE)
                .contains("it is good from ", "No browser connects", "Renew turn.tls-cert");
        stop();
        Files.delete(folder.resolve("localhost-signed.p12"));
        pem = Pem.make(folder, "localhost", "-85d", 90);
        encrypted();
        start();
        assertIll(examine(), What.CERTIFICATE)
                .contains("(4 days)", "It should be renewed by now", "Renew turn.tls-cert");
    }

    @Test
    void one_address_that_is_closed_hides_no_other() throws Exception {
        given.with("turn.urls", udp + "," + tls);
        start();
        Diagnosis diagnosis = examine();

        assertIll(diagnosis, What.ADDRESS).contains(tls, "turn.tls-port");
        assertThat(seen(diagnosis, What.QUOTA)).startsWith("one password gets 3 ");
    }

    @Test
    void others_are_not_told_to_change_our_settings() throws Exception {
        start();
        String line = udp + " user " + "name password\n";
        given.with("turn.urls", "").with("turn.servers-file", Given.file(folder.resolve("servers"), line, "rw-------"));

        assertIll(examine(), What.PASSWORD)
                .contains("refuses the user name or the password", "Tell who runs it")
                .doesNotContain("name password");
    }

    @Test
    void without_a_secret_what_strangers_see_is_told_all_the_same() throws Exception {
        start();
        TurnSettings none = new Given().with("turn.port", port).read();
        Diagnosis diagnosis = new Doctor(CHANCE).examine(Patient.at("127.0.0.1", none), Instant.now());

        assertThat(diagnosis.healthy()).isTrue();
        assertThat(diagnosis.lines())
                .extracting(Line::what, Line::mark)
                .contains(tuple(What.STRANGERS, Mark.GOOD), tuple(What.PASSWORD, Mark.UNKNOWN));
    }
}
