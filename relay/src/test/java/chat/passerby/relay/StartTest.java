package chat.passerby.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.passerby.relay.RelaySettings.Tls;
import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.relay.io.Transport;
import chat.passerby.relay.peer.RelayAddress;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be wrong at the start, and what changes afterwards.
class StartTest {
    @TempDir
    private Path folder;

    @Test
    void a_udp_port_that_is_taken_is_named() throws Exception {
        try (var taken = new DatagramSocket(new InetSocketAddress(Given.ip("127.0.0.1"), 0))) {
            assertThatThrownBy(() -> new Given().port(taken.getLocalPort()).start())
                    .isInstanceOf(RelayException.class)
                    .hasMessage(
                            "UDP port %d of 127.0.0.1 is taken: stop what listens there, or choose another",
                            taken.getLocalPort());
        }
    }

    @Test
    void another_relay_does_not_share_it() throws Exception {
        try (Relay first = new Given().start()) {
            int port = first.addresses().getFirst().getPort();
            assertThatThrownBy(() -> new Given().port(port).start()).hasMessageContaining("is taken");
        }
    }

    @Test
    void a_tcp_port_that_is_taken_is_named_and_everything_else_is_let_go() throws Exception {
        try (var taken = new ServerSocket(0, 1, Given.ip("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> new Given().port(port).start())
                    .hasMessageStartingWith("TCP port " + port + " of 127.0.0.1 is taken");
            new DatagramSocket(new InetSocketAddress(Given.ip("127.0.0.1"), port)).close();
        }
    }

    @Test
    void when_it_is_closed_all_its_ports_are_free() throws Exception {
        Relay relay = new Given().start();
        try (var client = TurnClient.udp(relay)) {
            InetSocketAddress relayed = client.relayed(Credential.of("a"));
            relay.close();
            new DatagramSocket(relayed).close();
            new DatagramSocket(relay.addresses().getFirst()).close();
            new ServerSocket(relay.addresses().getFirst().getPort(), 1, Given.ip("127.0.0.1")).close();
        }
    }

    @Test
    void it_says_whether_it_listens_and_may_be_closed_twice() throws Exception {
        Relay relay = new Given().start();
        assertThat(relay.listens()).isTrue();
        relay.close();
        assertThat(relay.listens()).isFalse();
        relay.close();
    }

    @Test
    void one_that_is_closed_takes_credentials_back_all_the_same() throws Exception {
        Relay relay = new Given().start();
        try (var client = TurnClient.udp(relay)) {
            client.relayed(Credential.of("a"));
            relay.close();
            relay.revoke("a");
            relay.revoke("b");
        }
    }

    @Test
    void a_port_that_needs_a_right_is_named() throws Exception {
        Path bar = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
        Assumptions.assumeTrue(Files.exists(bar));
        try (var in = Files.newBufferedReader(bar)) { // in one go: the kernel gives no second one
            Assumptions.assumeTrue(Integer.parseInt(in.readLine()) > 443);
        }
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "Skipped: root may do anything");
        assertThatThrownBy(() -> new Given().port(443).start()).hasMessageContaining("CAP_NET_BIND_SERVICE");
    }

    @Test
    void an_address_of_another_machine_is_named() {
        assertThatThrownBy(() -> new Given().listeningOn("192.0.2.1").start())
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("192.0.2.1 cannot be had: the address is not this machine's");
    }

    @Test
    void files_that_are_no_certificate_are_named() throws Exception {
        Path none = folder.resolve("none.pem");
        assertThatThrownBy(() -> new Given().tls(new Tls(none, none), 0).start())
                .isInstanceOf(RelayException.class)
                .hasMessage(none + " does not exist");
        Path unreadable = Files.createDirectory(folder.resolve("folder.pem"));
        assertThatThrownBy(() ->
                        new Given().tls(new Tls(unreadable, unreadable), 0).start())
                .hasMessage(unreadable + " cannot be read by this user");
        Path noise = Files.writeString(folder.resolve("noise.pem"), "noise");
        assertThatThrownBy(() -> new Given().tls(new Tls(noise, noise), 0).start())
                .hasMessageStartingWith(noise + " has no");
        Pem pem = Pem.in(folder);
        Tls mixed = new Tls(pem.files().certificates(), noise);
        assertThatThrownBy(() -> new Given().tls(mixed, 0).start())
                .hasMessageStartingWith(noise + " has no private key");
    }

    @Test
    void a_new_certificate_is_used_and_a_broken_one_is_not() throws Exception {
        Pem first = Pem.in(folder);
        var files = new TlsFiles(first.files());
        var before = files.context();
        files.look();
        assertThat(files.context()).isSameAs(before);

        Pem.in(folder, Instant.now().minus(Duration.ofDays(1))); // expired: said, and used
        files.look();
        var expired = files.context();
        assertThat(expired).isNotSameAs(before);

        Files.writeString(first.files().certificates(), "half a cert");
        files.look();
        assertThat(files.context()).isSameAs(expired);
    }

    @Test
    void connections_get_the_certificate_of_their_time() throws Exception {
        Pem first = Pem.in(folder);
        try (Relay relay = new Given().tls(first.files(), 0).start()) {
            InetSocketAddress at = relay.encrypted().getFirst();
            assertThat(TlsSockets.certificate(at)).isEqualTo(first.certificate());
            Pem second = Pem.in(folder);
            Eventually.equal(() -> certificate(at), second.certificate());
        }
    }

    private static Object certificate(InetSocketAddress at) {
        try {
            return TlsSockets.certificate(at);
        } catch (Exception e) {
            return e;
        }
    }

    @Test
    void settings_that_cannot_be_are_refused() {
        assertThatThrownBy(
                        () -> new Given().fewPorts(10).quotas(10, 11, 100_000).settings())
                .hasMessage("there are 10 ports to relay from, and may be 11 allocations: each takes one");
        assertThatThrownBy(() -> new RelayAddress(Given.ip("0.0.0.0")))
                .hasMessage("a relay address must be one address, not all of a machine");
        assertThatThrownBy(() -> new RelayAddress(Given.ip("127.0.0.1"), Given.ip("::1")))
                .hasMessageContaining("one family");
        assertThatThrownBy(() -> new Given()
                        .from(new RelayAddress(Given.ip("127.0.0.1")), new RelayAddress(Given.ip("127.0.0.2")))
                        .settings())
                .hasMessageContaining("one address of a family");
    }

    @Test
    void a_secret_is_made_once_for_its_owner_alone() throws Exception {
        Path file = folder.resolve("new/relay.secret");
        SharedSecret made = SharedSecret.readOrMake(file, new SecureRandom());
        assertThat(made.value()).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SharedSecret.readOrMake(file, new SecureRandom())).isEqualTo(made);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SharedSecret.readOrMake(file, new SecureRandom()))
                .hasMessageContaining("must not be open to other users");
    }

    /// Where there is no epoll.
    @Test
    void the_jdk_s_own_sockets_do_as_well() throws Exception {
        try (Relay relay = Relay.start(new Given().settings(), Transport.NIO);
                var ann = TurnClient.udp(relay);
                var bob = TurnClient.udp(relay)) {
            InetSocketAddress annAt = ann.relayed(Credential.of("a"));
            InetSocketAddress bobAt = bob.relayed(Credential.of("b"));
            ann.channel(0x4001, bobAt);
            bob.permit(annAt);
            for (int i = 0; i < 100; i++) ann.send(0x4001, "to Bob " + i);
            for (int i = 0; i < 100; i++) assertThat(bob.receive().text()).isEqualTo("to Bob " + i);
            bob.send(annAt, "to Ann");
            assertThat(ann.receive().text()).isEqualTo("to Ann");
        }
    }
}
