package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.passerby.relay.credential.SharedSecret;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rendered file, as a real coturn understands it.
class CoturnTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final int port = Coturn.freePort();

    @TempDir
    private Path folder;

    private Given given;

    @BeforeEach
    void settings() throws Exception {
        Coturn.assumeInstalled();
        int relayed = 30_000 + new SecureRandom().nextInt(2_000);
        given = new Given()
                .with("turn.secret-file", Given.secret(folder.resolve("secret")))
                .with("turn.ip", ipv6() ? "127.0.0.1, ::1" : "127.0.0.1")
                .with("turn.port", port)
                .with("turn.relay-ports", relayed + "-" + (relayed + 99))
                .with("turn.user-quota", 2)
                .with("turn.total-quota", 100);
    }

    private static boolean ipv6() {
        try (var socket = new DatagramSocket(0, InetAddress.ofLiteral("::1"))) {
            return socket.isBound();
        } catch (SocketException none) {
            return false;
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) one.close();
    }

    private Coturn start() throws Exception {
        Coturn coturn = Coturn.start(folder, given.read());
        open.add(coturn);
        return coturn;
    }

    private StunClient client() throws Exception {
        var client = new StunClient(port);
        open.add(client);
        return client;
    }

    private Credential credential(Instant now) throws Exception {
        return Objects.requireNonNull(given.read().credentials()).credential(Credentials.tag(new SecureRandom()), now);
    }

    private Credential credential() throws Exception {
        return credential(Instant.now());
    }

    private Process echo(int peer) throws Exception {
        return new ProcessBuilder("turnutils_peer", "-p", "" + peer, "-L", "127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String relay(Credential credential, int peer, String... more) throws Exception {
        var command = new ArrayList<>(List.of("turnutils_uclient", "-u", credential.username()));
        command.addAll(List.of("-w", credential.password(), "-p", "" + port, "-e", "127.0.0.1", "-r", "" + peer));
        command.addAll(List.of("-c", "-n", "20", "-m", "1", "-l", "200", "-z", "20"));
        command.addAll(List.of(more));
        command.add("127.0.0.1");
        return Coturn.run(folder, command.toArray(String[]::new));
    }

    @Test
    void a_minted_credential_relays_and_any_other_does_not() throws Exception {
        given.with("turn.allowed-peers", "127.0.0.0/8");
        start();
        int peer = Coturn.freePort();
        Process echo = echo(peer);
        open.add(echo::destroy);

        assertThat(relay(credential(), peer)).contains("tot_send_msgs=20, tot_recv_msgs=20");
        assertThat(relay(credential(), peer, "-s")).contains("tot_send_msgs=20, tot_recv_msgs=20"); // by indications
        Credential wrong = new Credential(credential().username(), "bm90IHRoaXMgb25lIGVpdGhlcg==");
        assertThat(relay(wrong, peer)).contains("Cannot complete Allocation").doesNotContain("tot_recv_msgs");
    }

    @Test
    void a_credential_counts_until_its_end_and_under_the_secret_before_too() throws Exception {
        Path before = Given.file(folder.resolve("before"), "b".repeat(32), "rw-------");
        given.with("turn.previous-secret-file", before);
        start();
        Instant now = Instant.now();
        var old = new Credentials(new SharedSecret("b".repeat(32)), null, Duration.ofMinutes(10));
        var older = new Credentials(new SharedSecret("c".repeat(32)), null, Duration.ofMinutes(10));

        assertThat(allocate(credential(now)).success()).isTrue();
        assertThat(allocate(old.credential("old", now)).success()).isTrue();
        assertThat(allocate(older.credential("older", now)).error()).isEqualTo(401);
        assertThat(allocate(credential(now.minusSeconds(660))).error()).isEqualTo(401);
        Credential longer =
                new Credential("9" + credential(now).username(), credential(now).password());
        assertThat(allocate(longer).error()).isEqualTo(401);
    }

    private StunMessage allocate(Credential credential) throws Exception {
        return client().allocate(credential, StunClient.IPV4);
    }

    @Test
    void one_credential_makes_as_many_allocations_as_the_quota_says() throws Exception {
        start();
        Credential credential = credential();

        assertThat(allocate(credential).success()).isTrue();
        assertThat(allocate(credential).success()).isTrue();
        assertThat(allocate(credential).error()).isEqualTo(486);
        assertThat(allocate(credential()).success()).isTrue();
    }

    @Test
    void an_answer_is_short_and_tells_no_version() throws Exception {
        Coturn coturn = start();
        StunMessage answer = client().bind();

        assertThat(answer.success()).isTrue();
        assertThat(answer.attributes).containsOnlyKeys(StunMessage.XOR_MAPPED_ADDRESS, StunMessage.FINGERPRINT);
        assertThat(allocate(credential()).attributes).doesNotContainKey(StunMessage.SOFTWARE);
        assertThat(coturn.log()).doesNotContain("Bad configuration", "ERROR", Given.SECRET);
    }

    @Test
    void the_public_internet_is_reached_and_nothing_else() throws Exception {
        start();
        StunClient client = client();
        assertThat(client.allocate(credential(), StunClient.IPV4).success()).isTrue();

        for (String peer : List.of("8.8.8.8", "1.1.1.1", "9.255.255.255", "223.255.255.255", "100.63.255.255"))
            assertThat(client.permit(ip(peer)).success()).as(peer).isTrue();
        for (String peer : FORBIDDEN_V4) {
            assertThat(client.permit(ip(peer)).error()).as(peer).isEqualTo(403);
            assertThat(client.bindChannel(ip(peer)).error()).as(peer).isEqualTo(403);
        }
    }

    private static final List<String> FORBIDDEN_V4 = List.of(
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.254",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.254",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "192.168.255.254",
            "198.18.0.1",
            "198.19.255.254",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255");

    @Test
    void in_ipv6_too_and_in_no_disguise() throws Exception {
        assumeTrue(ipv6(), "Skipped: no IPv6 on this machine");
        start();
        StunClient client = client();
        assertThat(client.allocate(credential(), StunClient.IPV6).success()).isTrue();

        for (String peer : List.of("2606:4700:4700::1111", "2a00:1450:4001:80b::200e", "2001:4860:4860::8888"))
            assertThat(client.permit(ip(peer)).success()).as(peer).isTrue();
        for (String peer : FORBIDDEN_V6) {
            assertThat(client.permit(bytes(peer)).error()).as(peer).isEqualTo(403);
            assertThat(client.bindChannel(bytes(peer)).error()).as(peer).isEqualTo(403);
        }
    }

    /// In full, for the JDK would make IPv4 addresses of some.
    private static final List<String> FORBIDDEN_V6 = List.of(
            "0000 0000 0000 0000 0000 0000 0000 0000", // ::
            "0000 0000 0000 0000 0000 0000 0000 0001", // ::1
            "0000 0000 0000 0000 0000 ffff 7f00 0001", // ::ffff:127.0.0.1
            "0000 0000 0000 0000 0000 ffff 0000 0000", // ::ffff:0.0.0.0
            "0000 0000 0000 0000 0000 ffff 0a00 0000", // ::ffff:10.0.0.0
            "0000 0000 0000 0000 0000 ffff c0a8 0101", // ::ffff:192.168.1.1
            "0000 0000 0000 0000 0000 ffff a9fe a9fe", // ::ffff:169.254.169.254
            "0000 0000 0000 0000 0000 ffff 0808 0808", // ::ffff:8.8.8.8
            "0000 0000 0000 0000 0000 0000 7f00 0001", // ::127.0.0.1
            "0000 0000 0000 0000 0000 0000 0a00 0000", // ::10.0.0.0
            "0000 0000 0000 0000 ffff 0000 7f00 0001", // ::ffff:0:127.0.0.1
            "0064 ff9b 0000 0000 0000 0000 7f00 0001", // NAT64
            "0064 ff9b 0000 0000 0000 0000 a9fe a9fe",
            "0064 ff9b 0001 0000 0000 0000 0a00 0001",
            "2002 7f00 0001 0000 0000 0000 0000 0001", // 6to4
            "2002 a9fe a9fe 0000 0000 0000 0000 0000",
            "2001 0000 4136 e378 8000 63bf 3fff fdd2", // Teredo
            "2001 0db8 0000 0000 0000 0000 0000 0001",
            "0100 0000 0000 0000 0000 0000 0000 0001",
            "fc00 0000 0000 0000 0000 0000 0000 0001",
            "fd00 0000 0000 0000 0000 0000 0000 0002",
            "fe80 0000 0000 0000 0000 0000 0000 0001",
            "fec0 0000 0000 0000 0000 0000 0000 0001",
            "ff02 0000 0000 0000 0000 0000 0000 0001");

    @ParameterizedTest
    @ValueSource(strings = {"", "203.0.113.9"})
    void two_visitors_of_one_relay_reach_each_other(String externalIp) throws Exception {
        given.with("turn.external-ip", externalIp).with("turn.allowed-peers", "127.0.0.1");
        start();
        StunClient ann = client();
        StunClient bob = client();
        InetSocketAddress annAt = ann.allocate(credential(), StunClient.IPV4).address(StunMessage.XOR_RELAYED_ADDRESS);
        InetSocketAddress bobAt = bob.allocate(credential(), StunClient.IPV4).address(StunMessage.XOR_RELAYED_ADDRESS);
        assertThat(annAt.getAddress())
                .isEqualTo(InetAddress.ofLiteral(externalIp.isEmpty() ? "127.0.0.1" : externalIp));

        assertThat(ann.permit(bobAt.getAddress().getAddress()).success()).isTrue();
        assertThat(bob.permit(annAt.getAddress().getAddress()).success()).isTrue();
        ann.send(bobAt, "hello Bob");
        assertThat(bob.receive()).isEqualTo("hello Bob");
        bob.send(annAt, "hello Ann");
        assertThat(ann.receive()).isEqualTo("hello Ann");
    }

    private static byte[] ip(String text) {
        return InetAddress.ofLiteral(text).getAddress();
    }

    private static byte[] bytes(String groups) {
        return HexFormat.of().parseHex(groups.replace(" ", ""));
    }
}
