package chat.passerby.relay;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.TurnClient.Received;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.Integrity;
import chat.passerby.relay.stun.Kind;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A relay on sockets, over UDP.
class UdpTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) one.close();
    }

    private Relay start(Given given) throws Exception {
        Relay relay = given.start();
        open.add(relay);
        return relay;
    }

    private TurnClient client(Relay relay) throws Exception {
        TurnClient client = TurnClient.udp(relay);
        open.add(client);
        return client;
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

    private static String receive(DatagramSocket socket) throws Exception {
        var packet = new DatagramPacket(new byte[4_096], 4_096);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private static void send(DatagramSocket socket, InetSocketAddress to, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Test
    void words_pass_to_a_peer_and_back_by_indications_and_by_a_channel() throws Exception {
        Relay relay = start(new Given());
        TurnClient client = client(relay);
        DatagramSocket peer = peer();
        InetSocketAddress relayed = client.relayed(Credential.of("a"));

        client.permit(at(peer));
        client.send(at(peer), "by an indication");
        assertThat(receive(peer)).isEqualTo("by an indication");
        send(peer, relayed, "and back");
        assertThat(client.receive()).isEqualTo(new Received(0, at(peer), "and back"));

        assertThat(TurnClient.error(client.channel(0x4001, at(peer)))).isZero();
        for (String text : List.of("a", "ab", "abc", "abcd", "x".repeat(1_996))) {
            client.send(0x4001, text);
            assertThat(receive(peer)).isEqualTo(text);
            send(peer, relayed, text);
            assertThat(client.receive()).isEqualTo(new Received(0x4001, null, text));
        }
        assertThat(relay.metrics()).containsEntry(Counter.PACKETS_OUT, 6L).containsEntry(Counter.PACKETS_IN, 6L);
    }

    @Test
    void whom_nobody_permitted_is_not_heard_and_not_reached() throws Exception {
        Relay relay = start(new Given());
        TurnClient client = client(relay);
        DatagramSocket peer = peer();
        InetSocketAddress relayed = client.relayed(Credential.of("a"));

        send(peer, relayed, "who is there?");
        client.send(at(peer), "nobody");
        client.send(0x4001, "nobody");
        assertThat(client.hearsNothing()).isTrue();
        peer.setSoTimeout(100);
        assertThat(peer)
                .satisfies(socket -> org.assertj.core.api.Assertions.assertThatThrownBy(() -> receive(socket))
                        .isInstanceOf(java.net.SocketTimeoutException.class));
        assertThat(relay.metrics().get(Counter.NOT_PERMITTED)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "203.0.113.9"})
    void two_clients_of_one_relay_reach_each_other_whatever_the_world_sees(String announced) throws Exception {
        Relay relay = start(new Given()
                .from(new RelayAddress(Given.ip("127.0.0.1"), Given.ip(announced)))
                .threads(4));
        TurnClient ann = client(relay);
        TurnClient bob = client(relay);
        InetSocketAddress annAt = ann.relayed(Credential.of("ann"));
        InetSocketAddress bobAt = bob.relayed(Credential.of("bob"));
        assertThat(annAt.getAddress()).isEqualTo(Given.ip(announced));

        ann.permit(bobAt);
        bob.channel(0x4007, annAt);
        ann.send(bobAt, "hello Bob");
        assertThat(bob.receive()).isEqualTo(new Received(0x4007, null, "hello Bob"));
        bob.send(0x4007, "hello Ann");
        assertThat(ann.receive()).isEqualTo(new Received(0, bobAt, "hello Ann"));
    }

    @Test
    void of_the_relay_itself_only_ports_where_somebody_waits() throws Exception {
        Relay relay = start(new Given());
        TurnClient ann = client(relay);
        TurnClient bob = client(relay);
        ann.relayed(Credential.of("ann"));
        InetSocketAddress bobAt = bob.relayed(Credential.of("bob"));
        try (var service = new DatagramSocket(new InetSocketAddress(Given.ip("127.0.0.1"), 0))) {
            service.setSoTimeout(200);
            assertThat(TurnClient.error(ann.permit(bobAt))).isZero();
            assertThat(TurnClient.error(ann.channel(0x4001, at(service)))).isEqualTo(403);
            ann.send(at(service), "psst");
            assertThat(ann.hearsNothing()).isTrue();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> receive(service))
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
        assertThat(TurnClient.error(ann.channel(0x4001, relay.addresses().getFirst())))
                .as("the relay's own door")
                .isEqualTo(403);

        assertThat(TurnClient.error(ann.channel(0x4002, bobAt))).isZero();
        bob.refresh(0);
        ann.send(0x4002, "are you still there?");
        assertThat(ann.hearsNothing()).isTrue();
        assertThat(relay.metrics().get(Counter.NOT_PERMITTED)).isEqualTo(2);
    }

    @Test
    void what_is_taken_back_ends_at_once() throws Exception {
        Relay relay = start(new Given());
        TurnClient client = client(relay);
        TurnClient other = client(relay);
        client.relayed(Credential.of("a"));
        other.relayed(Credential.of("b"));
        assertThat(relay.allocations()).isEqualTo(2);

        relay.revoke("a");
        Eventually.equal(relay::allocations, 1);
        assertThat(TurnClient.error(client.refresh(600))).isEqualTo(437);
        assertThat(relay.allocations()).isEqualTo(1);
        assertThat(TurnClient.error(client.allocate(Credential.of("a")))).isEqualTo(401);
        assertThat(TurnClient.error(other.refresh(600))).isZero();
    }

    @Test
    void a_port_is_free_again_when_its_allocation_is_over() throws Exception {
        Relay relay = start(new Given().fewPorts(2));
        for (int i = 0; i < 6; i++) {
            TurnClient client = client(relay);
            client.relayed(Credential.of("a"));
            assertThat(TurnClient.error(client.refresh(0))).isZero();
        }
        assertThat(relay.allocations()).isZero();
    }

    @Test
    void no_port_left_is_said_and_counted() throws Exception {
        Relay relay = start(new Given().fewPorts(2));
        int first = relay.addresses().getFirst().getPort();
        TurnClient ann = client(relay);
        InetSocketAddress annAt = ann.relayed(Credential.of("a"));
        // The other port is another program's.
        List<DatagramSocket> taken = new ArrayList<>();
        for (int port = annAt.getPort() - 1; port <= annAt.getPort() + 1; port++)
            if (port != annAt.getPort() && port != first)
                taken.add(new DatagramSocket(new InetSocketAddress(Given.ip("127.0.0.1"), port)));
        open.addAll(taken);

        assertThat(TurnClient.error(client(relay).allocate(Credential.of("b")))).isEqualTo(508);
        assertThat(relay.metrics().get(Counter.OUT_OF_CAPACITY)).isEqualTo(1);
        taken.forEach(DatagramSocket::close);
        assertThat(TurnClient.error(client(relay).allocate(Credential.of("b")))).isZero();
    }

    @Test
    void a_flood_from_one_credential_ends_at_its_quota() throws Exception {
        Relay relay = start(new Given().quotas(3, 100, 100_000));
        Credential credential = Credential.of("a");
        int made = 0;
        int refused = 0;
        for (int i = 0; i < 20; i++) {
            int error = TurnClient.error(client(relay).allocate(credential));
            if (error == 0) made++;
            if (error == 486) refused++;
        }
        assertThat(made).isEqualTo(3);
        assertThat(refused).isEqualTo(17);
        assertThat(TurnClient.error(client(relay).allocate(Credential.of("b")))).isZero();
    }

    @Test
    void so_many_bytes_a_second_pass_and_no_more() throws Exception {
        Relay relay = start(new Given().quotas(3, 100, 50_000));
        TurnClient client = client(relay);
        DatagramSocket peer = peer();
        client.relayed(Credential.of("a"));
        client.channel(0x4001, at(peer));
        for (int i = 0; i < 200; i++) {
            client.send(0x4001, new byte[1_000]);
            if (i % 20 == 0) assertThat(client.hearsNothing()).isTrue(); // no faster than it can be read
        }
        assertThat(client.hearsNothing()).isTrue();
        long passed = Objects.requireNonNull(relay.metrics().get(Counter.PACKETS_OUT));
        assertThat(passed).isBetween(49L, 150L);
        assertThat(relay.metrics().get(Counter.OVER_RATE)).isEqualTo(200 - passed);
    }

    @Test
    void the_stronger_signature_works_as_well() throws Exception {
        Relay relay = start(new Given());
        try (var client = new TurnClient(Road.udp(relay.addresses().getFirst()), Integrity.SHA256)) {
            StunMessage answer = client.allocate(Credential.of("a"));
            assertThat(TurnClient.error(answer)).isZero();
            assertThat(client.trusts(answer)).isTrue();
        }
    }

    @Test
    void ipv6_is_relayed_from_and_listened_on() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(Given.ipv6(), "Skipped: no IPv6 on this machine");
        Relay relay = start(new Given()
                .listeningOn("127.0.0.1", "::1")
                .from(new RelayAddress(Given.ip("127.0.0.1")), new RelayAddress(Given.ip("::1"))));
        var ann = new TurnClient(Road.udp(relay.addresses().get(1)));
        open.add(ann);
        TurnClient bob = client(relay);
        byte[] six = {2, 0, 0, 0};
        InetSocketAddress annAt = TurnClient.relayed(
                ann.allocate(Credential.of("a"), request -> request.with(Attribute.REQUESTED_ADDRESS_FAMILY, six)));
        InetSocketAddress bobAt = TurnClient.relayed(
                bob.allocate(Credential.of("b"), request -> request.with(Attribute.REQUESTED_ADDRESS_FAMILY, six)));
        assertThat(annAt.getAddress()).isEqualTo(Given.ip("::1"));

        ann.channel(0x4001, bobAt);
        bob.permit(annAt);
        ann.send(0x4001, "from six to four");
        assertThat(bob.receive()).isEqualTo(new Received(0, annAt, "from six to four"));
        bob.send(annAt, "and back");
        assertThat(ann.receive()).isEqualTo(new Received(0x4001, null, "and back"));
        assertThat(TurnClient.error(ann.permit(Given.ip("127.0.0.2")))).isEqualTo(443);
    }

    /// RFC 6062: TCP towards peers is what attackers would want.
    @Test
    void nobody_is_connected_to_anybody_over_tcp() throws Exception {
        Relay relay = start(new Given());
        TurnClient client = client(relay);
        client.relayed(Credential.of("a"));
        for (int type : new int[] {0x00a, 0x00b, 0x00c}) {
            byte[] connect = client.signed(TurnClient.request(Method.REFRESH)
                    .with(Attribute.XOR_PEER_ADDRESS, new InetSocketAddress(Given.ip("127.0.0.2"), 80)));
            connect[0] = (byte) (type >> 8);
            connect[1] = (byte) type;
            client.road().write(connect);
        }
        assertThat(client.hearsNothing()).isTrue();
        assertThat(relay.metrics().get(Counter.MALFORMED)).isEqualTo(3);
        StunMessage answer = client(relay)
                .allocate(
                        Credential.of("b"),
                        request -> new StunWriter(Kind.REQUEST, Method.ALLOCATE, TurnClient.transaction())
                                .with(Attribute.REQUESTED_TRANSPORT, new byte[] {6, 0, 0, 0}));
        assertThat(TurnClient.error(answer)).isEqualTo(442);
    }

    @Test
    void garbage_changes_nothing() throws Exception {
        Relay relay = start(new Given());
        TurnClient client = client(relay);
        DatagramSocket peer = peer();
        InetSocketAddress relayed = client.relayed(Credential.of("a"));
        client.channel(0x4001, at(peer));
        long before = memory();

        flood(relay.addresses().getFirst(), client.signed(TurnClient.allocation()));

        client.send(0x4001, "still here");
        assertThat(receive(peer)).isEqualTo("still here");
        send(peer, relayed, "me too");
        assertThat(client.receive().text()).isEqualTo("me too");
        assertThat(relay.allocations()).isEqualTo(1);
        assertThat(Objects.requireNonNull(relay.metrics().get(Counter.MALFORMED)))
                .isGreaterThan(10_000);
        assertThat(memory() - before).as("bytes kept after 10⁵ packets").isLessThan(8 << 20);
    }

    /// 10⁵ packets: noise, headers with noise behind them, damaged requests, channels of nobody.
    private static void flood(InetSocketAddress relay, byte[] request) throws Exception {
        var chance = new Random(7);
        try (var socket = new DatagramSocket(new InetSocketAddress(Given.ip("127.0.0.3"), 0))) {
            for (int i = 0; i < 100_000; i++) {
                byte[] packet = switch (i % 4) {
                    case 0 -> new byte[chance.nextInt(200)];
                    case 1 -> Arrays.copyOf(request, chance.nextInt(request.length));
                    default -> request.clone();
                };
                if (i % 4 == 0) chance.nextBytes(packet);
                if (i % 4 == 2) packet[chance.nextInt(packet.length)] ^= (byte) (1 + chance.nextInt(255));
                if (i % 4 == 3) packet[0] = (byte) (0x40 + chance.nextInt(0x40));
                socket.send(new DatagramPacket(packet, packet.length, relay));
                if (i % 100 == 0) LockSupport.parkNanos(1_000_000); // no faster than it can be read
            }
        }
    }

    private static long memory() {
        for (int i = 0; i < 3; i++) System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
