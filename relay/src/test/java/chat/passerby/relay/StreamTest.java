package chat.passerby.relay;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.RelaySettings.Patience;
import chat.passerby.relay.TurnClient.Received;
import chat.passerby.relay.metrics.Counter;
import java.io.ByteArrayOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A relay over connections, encrypted or not.
class StreamTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) one.close();
    }

    private Relay start(Given given) throws Exception {
        Relay relay = given.start();
        open.add(relay);
        return relay;
    }

    private Socket socket(InetSocketAddress at) throws Exception {
        var socket = new Socket(at.getAddress(), at.getPort());
        socket.setSoTimeout(8_000);
        open.add(socket);
        return socket;
    }

    private TurnClient tcp(Relay relay) throws Exception {
        return new TurnClient(Road.over(socket(relay.addresses().getFirst())));
    }

    private DatagramSocket peer() throws Exception {
        var socket = new DatagramSocket(new InetSocketAddress(Given.ip("127.0.0.2"), 0));
        socket.setSoTimeout(5_000);
        open.add(socket);
        return socket;
    }

    private static InetSocketAddress at(DatagramSocket socket) {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void words_pass_over_a_connection_whatever_their_length(boolean encrypted) throws Exception {
        Relay relay = start(new Given().tls(Pem.in(folder).files(), 0));
        TurnClient client = encrypted
                ? new TurnClient(Road.over(TlsSockets.connect(relay.encrypted().getFirst())))
                : tcp(relay);
        open.add(client);
        DatagramSocket peer = peer();
        InetSocketAddress relayed = client.relayed(Credential.of("a"));

        client.permit(at(peer));
        client.send(at(peer), "by an indication");
        assertThat(receive(peer)).isEqualTo("by an indication");
        assertThat(TurnClient.error(client.channel(0x4001, at(peer)))).isZero();
        for (String text : List.of("a", "ab", "abc", "abcd", "x".repeat(1_993))) {
            client.send(0x4001, text);
            assertThat(receive(peer)).isEqualTo(text);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            peer.send(new DatagramPacket(bytes, bytes.length, relayed));
            assertThat(client.receive()).isEqualTo(new Received(0x4001, null, text));
        }
    }

    private static String receive(DatagramSocket socket) throws Exception {
        var packet = new DatagramPacket(new byte[4_096], 4_096);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    @Test
    void messages_may_come_in_pieces_and_several_at_once() throws Exception {
        Relay relay = start(new Given());
        Socket socket = socket(relay.addresses().getFirst());
        Road road = Road.over(socket);
        byte[] question =
                TurnClient.request(chat.passerby.relay.stun.Method.BINDING).end(null, new byte[0], true);
        var three = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) three.writeBytes(question);
        for (byte one : three.toByteArray()) socket.getOutputStream().write(one);
        for (int i = 0; i < 3; i++) assertThat(road.read()).startsWith(1, 1);
        socket.getOutputStream().write(three.toByteArray());
        for (int i = 0; i < 3; i++) assertThat(road.read()).startsWith(1, 1);
    }

    @Test
    void an_allocation_ends_with_its_connection() throws Exception {
        Relay relay = start(new Given());
        TurnClient client = tcp(relay);
        client.relayed(Credential.of("a"));
        assertThat(relay.allocations()).isEqualTo(1);
        client.close();
        Eventually.equal(relay::allocations, 0);
    }

    @Test
    void a_connection_that_the_client_has_ended_on_its_side_is_over() throws Exception {
        Relay relay = start(new Given());
        Socket socket = socket(relay.addresses().getFirst());
        TurnClient client = new TurnClient(Road.over(socket));
        client.relayed(Credential.of("a"));
        socket.shutdownOutput();

        Eventually.equal(relay::allocations, 0);
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void half_a_message_and_then_silence_is_cut_off() throws Exception {
        Relay relay = start(new Given().patience(new Patience(100, 10, 20, 1)));
        Socket socket = socket(relay.addresses().getFirst());
        socket.getOutputStream().write(new byte[] {0, 1, 0, 40, 0x21, 0x12, (byte) 0xa4, 0x42, 1, 2, 3});

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(relay.metrics().get(Counter.CONNECTIONS_CUT)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001", "\u0001\u0001\u00f0\u0000"})
    void what_is_neither_stun_nor_channel_data_ends_the_connection(String noise) throws Exception {
        Relay relay = start(new Given());
        Socket socket = socket(relay.addresses().getFirst());
        socket.getOutputStream().write(noise.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(relay.metrics().get(Counter.MALFORMED)).isEqualTo(1);
    }

    @Test
    void who_says_nothing_is_cut_off_and_who_allocates_is_not() throws Exception {
        Relay relay = start(new Given().tls(Pem.in(folder).files(), 0).patience(new Patience(100, 10, 20, 1)));
        TurnClient client = tcp(relay);
        client.relayed(Credential.of("a"));
        Socket silent = socket(relay.addresses().getFirst());
        Socket noHello = socket(relay.encrypted().getFirst());

        assertThat(silent.getInputStream().read()).isEqualTo(-1);
        assertThat(noHello.getInputStream().read()).isEqualTo(-1);
        assertThat(TurnClient.error(client.refresh(600))).isZero();
        client.refresh(0);
        Eventually.equal(() -> relay.metrics().get(Counter.CONNECTIONS_CUT), 3L);
    }

    @Test
    void so_many_connections_without_an_allocation_and_no_more() throws Exception {
        Relay relay = start(new Given().patience(new Patience(200, 3, 20, 20)));
        List<TurnClient> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clients.add(tcp(relay));
            clients.getLast().bind();
        }
        assertThat(socket(relay.addresses().getFirst()).getInputStream().read()).isEqualTo(-1);
        assertThat(relay.metrics().get(Counter.CONNECTIONS_REFUSED)).isEqualTo(1);

        clients.getFirst().relayed(Credential.of("a"));
        Eventually.equal(() -> connects(relay), true);
        clients.get(1).close();
        Eventually.equal(() -> connects(relay), true);
    }

    private boolean connects(Relay relay) {
        try {
            return TurnClient.error(tcp(relay).bind()) == 0;
        } catch (Exception refused) {
            return false;
        }
    }

    @Test
    void who_does_not_read_is_bounded_and_cut_off_and_disturbs_nobody() throws Exception {
        Relay relay = start(new Given().patience(new Patience(200, 10, 20, 2)).threads(1));
        TurnClient slow = tcp(relay);
        TurnClient quick = tcp(relay);
        DatagramSocket peer = peer();
        InetSocketAddress slowAt = slow.relayed(Credential.of("slow"));
        InetSocketAddress quickAt = quick.relayed(Credential.of("quick"));
        slow.channel(0x4001, at(peer));
        quick.channel(0x4001, at(peer));

        byte[] much = new byte[1_400];
        long sent = 0;
        while (relay.allocations() == 2 && sent < 2_000_000_000L) {
            peer.send(new DatagramPacket(much, much.length, slowAt));
            sent += much.length;
            if (sent % (much.length * 200L) == 0) {
                peer.send(new DatagramPacket(new byte[] {'h', 'i'}, 2, quickAt));
                assertThat(quick.receive().text()).isEqualTo("hi");
            }
        }
        assertThat(relay.allocations()).as("the slow one is gone").isEqualTo(1);
        assertThat(relay.metrics().get(Counter.CONNECTIONS_CUT)).isEqualTo(1);
        assertThat(Objects.requireNonNull(relay.metrics().get(Counter.CONGESTED)))
                .isPositive();
        assertThat(Objects.requireNonNull(relay.metrics().get(Counter.BYTES_IN)))
                .as("what the kernel took, and not more than may wait")
                .isLessThan(16 << 20);
    }
}
