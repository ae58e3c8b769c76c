package chat.passerby.relay.server;

import chat.passerby.net.Cidr;
import chat.passerby.relay.allocation.Quotas;
import chat.passerby.relay.allocation.Sources;
import chat.passerby.relay.credential.Gate;
import chat.passerby.relay.credential.Nonces;
import chat.passerby.relay.credential.Now;
import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.relay.metrics.Counters;
import chat.passerby.relay.peer.Hairpin;
import chat.passerby.relay.peer.PeerRules;
import chat.passerby.relay.peer.Ports;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.relay.server.Answer.Farewell;
import chat.passerby.relay.server.Answer.Open;
import chat.passerby.relay.server.Answer.Reply;
import chat.passerby.relay.server.Answer.Silence;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.Integrity;
import chat.passerby.relay.stun.Kind;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules, with a clock and chance in the hands of the test, and one client before them. No socket: a relayed
/// address opens when the test says so.
final class Desk {
    static final long NOON = 1_700_000_000;
    static final String REALM = "relay.example.org";
    static final SharedSecret SECRET = new SharedSecret("0123456789abcdef0123456789abcdef");
    static final InetAddress RELAY = InetAddress.ofLiteral("198.51.100.7");
    static final int ANSWERS = 10;
    private static final int FIRST_PORT = 50_000;

    final Random chance = new Random(1);
    final Counters counters = new Counters();
    final Ports ports;
    final Shared shared;
    final Requests requests;
    private long millis;
    private int transactions;

    Desk() {
        this(List.of(new RelayAddress(InetAddress.ofLiteral("10.0.0.5"), RELAY)), SECRET);
    }

    Desk(List<RelayAddress> relays, SharedSecret... secrets) {
        ports = new Ports(FIRST_PORT, FIRST_PORT + 99, chance);
        var peers = new PeerRules(List.of(Cidr.parse("203.0.113.0/24")), List.of(), relays, Set.of());
        shared = new Shared(
                new Gate(REALM, List.of(secrets), new Nonces(chance)),
                new Quotas(3, 5),
                new Sources(ANSWERS, 5 * ANSWERS, chance),
                relays,
                ports,
                new Hairpin(relays, ports),
                () -> peers,
                counters,
                10_000);
        requests = new Requests(shared);
    }

    Now now() {
        return new Now(millis, NOON + millis / 1_000);
    }

    void pass(long seconds) {
        millis += seconds * 1_000;
    }

    static Client client(int port) {
        return new Client(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.9"), port));
    }

    StunWriter request(Method method) {
        byte[] transaction = ByteBuffer.allocate(16)
                .putInt(0x2112a442)
                .putInt(4, ++transactions)
                .array();
        return new StunWriter(Kind.REQUEST, method, transaction);
    }

    StunWriter allocate() {
        return request(Method.ALLOCATE).with(Attribute.REQUESTED_TRANSPORT, new byte[] {17, 0, 0, 0});
    }

    static String user(String tag) {
        return NOON + 600 + ":" + tag;
    }

    /// With everything that is needed to be known.
    StunMessage signed(Client client, StunWriter request, String user) {
        return signed(client, request, user, SECRET.password(user), shared.gate());
    }

    StunMessage signed(Client client, StunWriter request, String user, String password, Gate gate) {
        StunWriter challenge = request(Method.ALLOCATE);
        gate.challenge(challenge, client.address(), now());
        StunMessage challenged = parse(challenge.end(null, new byte[0], false));
        byte[] whole = request.with(Attribute.USERNAME, user)
                .with(Attribute.REALM, REALM)
                .with(Attribute.NONCE, challenged.value(Attribute.NONCE))
                .end(Integrity.SHA1, key(user, password), true);
        return parse(whole);
    }

    static byte[] key(String user, String password) {
        try {
            return MessageDigest.getInstance("MD5")
                    .digest((user + ":" + REALM + ":" + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static StunMessage unsigned(StunWriter request) {
        return parse(request.end(null, new byte[0], false));
    }

    static StunMessage parse(byte[] bytes) {
        return Objects.requireNonNull(StunMessage.parse(bytes));
    }

    /// What is said, or null for nothing. Relayed addresses open at once.
    @Nullable
    StunMessage ask(Client client, StunMessage request) {
        return switch (requests.answer(client, request, now())) {
            case Silence _ -> null;
            case Reply(byte[] message) -> parse(message);
            case Farewell(byte[] message) -> {
                shared.quotas()
                        .give(Objects.requireNonNull(client.allocation())
                                .owner()
                                .user());
                client.leaves();
                yield parse(message);
            }
            case Open(Opening opening) -> parse(open(opening));
        };
    }

    byte[] open(Opening opening) {
        int port = ports.take(opening.at().family(), opening.even());
        ports.open(opening.at().family(), port);
        return requests.allocating().opened(opening, port, now());
    }

    /// 0 for success, -1 for silence.
    static int code(@Nullable StunMessage answer) {
        if (answer == null) return -1;
        if (answer.kind() == Kind.SUCCESS) return 0;
        byte[] code = answer.value(Attribute.ERROR_CODE);
        return code[2] * 100 + code[3];
    }

    int allocate(Client client, String user) {
        return code(ask(client, signed(client, allocate(), user)));
    }

    int permit(Client client, String... peers) {
        StunWriter request = request(Method.CREATE_PERMISSION);
        for (String peer : peers) request.with(Attribute.XOR_PEER_ADDRESS, at(peer, 9));
        return code(ask(client, signed(client, request, user("a"))));
    }

    int bind(Client client, int number, String peer, int port) {
        StunWriter request = request(Method.CHANNEL_BIND)
                .with(Attribute.CHANNEL_NUMBER, number << 16)
                .with(Attribute.XOR_PEER_ADDRESS, at(peer, port));
        return code(ask(client, signed(client, request, user("a"))));
    }

    static InetSocketAddress at(String ip, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(ip), port);
    }
}
