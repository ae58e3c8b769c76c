package chat.passerby.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clients that come with coturn.
class TurnutilsTest {
    private static final String PEER = "127.0.0.2";

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void installed() {
        Programs.assumeInstalled("turnutils_uclient");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) one.close();
    }

    private Relay start(Given given) throws Exception {
        Relay relay = given.start();
        open.add(relay);
        return relay;
    }

    /// Four clients, each with an echo: on another address than the relay's own, where no echo may be.
    private String relay(int port, Credential credential, String... more) throws Exception {
        int peer = freePort();
        Process echo = new ProcessBuilder("turnutils_peer", "-p", "" + peer, "-L", PEER)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        open.add(echo::destroy);
        var command = new ArrayList<>(List.of("turnutils_uclient", "-u", credential.username()));
        command.addAll(List.of("-w", credential.password(), "-p", "" + port, "-e", PEER, "-r", "" + peer, "-c"));
        command.addAll(List.of("-n", "20", "-m", "4", "-l", "200", "-z", "20"));
        command.addAll(List.of(more));
        command.add("127.0.0.1");
        return Programs.run(folder, command.toArray(String[]::new));
    }

    private static int freePort() throws Exception {
        try (var socket = new DatagramSocket(0, InetAddress.ofLiteral(PEER))) {
            return socket.getLocalPort();
        }
    }

    @Test
    void over_udp_by_channels_and_by_indications() throws Exception {
        int port = start(new Given()).addresses().getFirst().getPort();

        assertThat(relay(port, Credential.of("channels"))).contains("tot_send_msgs=80, tot_recv_msgs=80");
        assertThat(relay(port, Credential.of("indications"), "-s")).contains("tot_send_msgs=80, tot_recv_msgs=80");
    }

    @Test
    void over_tcp_by_channels_and_by_indications() throws Exception {
        int port = start(new Given()).addresses().getFirst().getPort();

        assertThat(relay(port, Credential.of("channels"), "-t")).contains("tot_send_msgs=80, tot_recv_msgs=80");
        assertThat(relay(port, Credential.of("indications"), "-t", "-s"))
                .contains("tot_send_msgs=80, tot_recv_msgs=80");
    }

    @Test
    void over_tls_by_channels_and_by_indications() throws Exception {
        int port = start(new Given().tls(Pem.in(folder).files(), 0))
                .encrypted()
                .getFirst()
                .getPort();

        assertThat(relay(port, Credential.of("channels"), "-t", "-S")).contains("tot_send_msgs=80, tot_recv_msgs=80");
        assertThat(relay(port, Credential.of("indications"), "-t", "-S", "-s"))
                .contains("tot_send_msgs=80, tot_recv_msgs=80");
    }

    @Test
    void another_password_is_of_no_use() throws Exception {
        int port = start(new Given()).addresses().getFirst().getPort();
        var wrong = new Credential(Credential.of("a").username(), "bm90IHRoaXMgb25l");

        assertThat(relay(port, wrong)).contains("Cannot complete Allocation").doesNotContain("tot_recv_msgs=80");
    }

    @Test
    void stun_tells_where_one_comes_from() throws Exception {
        int port = start(new Given()).addresses().getFirst().getPort();

        assertThat(Programs.run(folder, "timeout", "10", "turnutils_stunclient", "-p", "" + port, "127.0.0.1"))
                .contains("UDP reflexive addr: 127.0.0.1:");
    }
}
