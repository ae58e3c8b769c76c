package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.turn.check.Finding;
import chat.passerby.turn.check.Outcome;
import chat.passerby.turn.check.RelayCheck;
import chat.passerby.turn.check.RelayHealth;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The check, with the coturn of this machine.
class RelayCheckTest {
    private static final SecureRandom CHANCE = new SecureRandom();

    @TempDir
    private Path folder;

    private final int port = Coturn.freePort();
    private final int tlsPort = Coturn.freePort();
    private final String udp = "turn:127.0.0.1:" + port;
    private final String tcp = "turn:127.0.0.1:" + port + "?transport=tcp";
    private final String tls = "turns:localhost:" + tlsPort;
    private Given given;
    private Pem pem;
    private @Nullable Coturn coturn;

    @BeforeEach
    void settings() throws Exception {
        Coturn.assumeInstalled();
        pem = Pem.make(folder, "localhost");
        int relayed = 32_000 + CHANCE.nextInt(700);
        given = new Given()
                .with("turn.secret-file", Given.secret(folder.resolve("secret")))
                .with("turn.ip", "127.0.0.1")
                .with("turn.port", port)
                .with("turn.tls-port", tlsPort)
                .with("turn.tls-cert", pem.certificate())
                .with("turn.tls-key", pem.key())
                .with("turn.relay-ports", relayed + "-" + (relayed + 9))
                .with("turn.total-quota", 10)
                .with("turn.user-quota", 1)
                .with("turn.urls", udp + "," + tcp + "," + tls);
    }

    @AfterEach
    void stop() {
        if (coturn != null) coturn.close();
    }

    private TurnSettings start() throws Exception {
        TurnSettings settings = given.read();
        coturn = Coturn.start(folder, settings);
        return settings;
    }

    private static RelayHealth check(SSLContext tls, List<String> urls, Login login, Instant now) throws Exception {
        return new RelayCheck(tls, CHANCE)
                .check(List.of(new TurnServer(urls, login)), now)
                .getFirst();
    }

    private List<Finding> check(Login login, Instant now) throws Exception {
        return check(pem.trusted(), List.of(udp, tcp, tls), login, now).findings();
    }

    private List<Finding> all(Outcome outcome, int error) {
        return List.of(
                new Finding(udp, outcome, error), new Finding(tcp, outcome, error), new Finding(tls, outcome, error));
    }

    private static Login minting(String secret) {
        return new Credentials(new SharedSecret(secret), null, Duration.ofMinutes(10));
    }

    @Test
    void a_healthy_server_works_over_udp_tcp_and_tls() throws Exception {
        TurnSettings settings = start();

        List<RelayHealth> healths = new RelayCheck(pem.trusted(), CHANCE).check(settings.servers(), Instant.now());
        assertThat(healths).singleElement().satisfies(health -> {
            assertThat(health.server()).isSameAs(settings.servers().getFirst());
            assertThat(health.works()).isTrue();
            assertThat(health.findings()).isEqualTo(all(Outcome.WORKS, 0));
            assertThat(health.findings().getFirst()).hasToString(udp + " works");
        });
    }

    /// There is room for ten at a time, and each stays for ten minutes unless it is given back.
    @Test
    void what_is_allocated_is_given_back_and_nothing_is_left_open() throws Exception {
        Login login = Objects.requireNonNull(start().credentials());
        untilItWorks(login);
        var machine = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long files = machine.getOpenFileDescriptorCount();
        int threads = Thread.activeCount();

        for (int i = 0; i < 12; i++) untilItWorks(login);

        assertThat(machine.getOpenFileDescriptorCount()).isLessThan(files + 10);
        assertThat(Thread.activeCount()).isLessThan(threads + 10);
    }

    /// coturn takes its time to count what was given back.
    private void untilItWorks(Login login) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        List<Finding> found = check(login, Instant.now());
        while (!found.stream().allMatch(Finding::works) && Instant.now().isBefore(end))
            found = check(login, Instant.now());
        assertThat(found).isEqualTo(all(Outcome.WORKS, 0));
    }

    @Test
    void another_secret_is_told_from_another_time() throws Exception {
        start();
        Instant now = Instant.now();

        assertThat(check(minting("f".repeat(32)), now)).isEqualTo(all(Outcome.WRONG_SECRET, 401));
        assertThat(check(minting(Given.SECRET), now.minusSeconds(660))).isEqualTo(all(Outcome.WRONG_CLOCK, 401));
        assertThat(check(minting(Given.SECRET), now.minus(Duration.ofDays(300))))
                .isEqualTo(all(Outcome.WRONG_CLOCK, 401));
        assertThat(check(minting(Given.SECRET), now.plus(Duration.ofDays(300)))).isEqualTo(all(Outcome.WORKS, 0));
    }

    @Test
    void a_password_for_everybody_may_be_wrong_too() throws Exception {
        start();
        var wrong = new Login.Fixed(new Credential("9999999999:everybody", "secret-word"));

        List<Finding> findings = check(wrong, Instant.now());
        assertThat(findings).isEqualTo(all(Outcome.WRONG_PASSWORD, 401));
        assertThat(findings.toString()).doesNotContain("everybody", "secret-word");
    }

    @Test
    void a_quota_that_is_used_up_is_told() throws Exception {
        TurnSettings settings =
                given.with("turn.total-quota", 1).with("turn.urls", udp).read();
        start();
        Credentials credentials = Objects.requireNonNull(settings.credentials());
        try (var visitor = new StunClient(port)) {
            assertThat(visitor.allocate(credentials.credential("visitor", Instant.now()), StunClient.IPV4)
                            .success())
                    .isTrue();
            assertThat(check(pem.trusted(), List.of(udp), credentials, Instant.now())
                            .findings())
                    .containsExactly(new Finding(udp, Outcome.FULL, 486));
        }
    }

    @Test
    void a_certificate_must_be_one_that_browsers_take() throws Exception {
        TurnSettings settings = start();
        Credentials credentials = Objects.requireNonNull(settings.credentials());
        String byAddress = "turns:127.0.0.1:" + tlsPort;

        assertThat(check(SSLContext.getDefault(), List.of(tls, udp), credentials, Instant.now())
                        .findings())
                .containsExactly(
                        new Finding(tls, Outcome.CERTIFICATE_UNTRUSTED, 0), new Finding(udp, Outcome.WORKS, 0));
        assertThat(check(pem.trusted(), List.of(byAddress), credentials, Instant.now())
                        .findings())
                .containsExactly(new Finding(byAddress, Outcome.CERTIFICATE_NAME, 0));
    }

    @Test
    void where_a_server_is_known_to_be_it_is_found_whatever_its_name_leads_to() throws Exception {
        Credentials credentials = Objects.requireNonNull(start().credentials());
        String elsewhere = "turn:turn.example.invalid:" + port;
        String encrypted = "turns:turn.example.invalid:" + tlsPort;
        List<InetAddress> here = List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
        var known = new TurnServer(List.of(elsewhere, encrypted, udp), credentials, here);

        assertThat(new RelayCheck(pem.trusted(), CHANCE)
                        .check(List.of(known), Instant.now())
                        .getFirst()
                        .findings())
                .containsExactly(
                        new Finding(elsewhere, Outcome.WORKS, 0),
                        // Which nobody could say of it by its IP address.
                        new Finding(encrypted, Outcome.CERTIFICATE_NAME, 0),
                        new Finding(udp, Outcome.WORKS, 0));
    }

    @Test
    void a_certificate_ends() throws Exception {
        pem = Pem.make(folder, "localhost", "-10d", 5);
        given.with("turn.tls-cert", pem.certificate()).with("turn.tls-key", pem.key());
        Login login = Objects.requireNonNull(start().credentials());

        assertThat(check(pem.trusted(), List.of(tls), login, Instant.now()).findings())
                .containsExactly(new Finding(tls, Outcome.CERTIFICATE_DATE, 0));
    }
}
