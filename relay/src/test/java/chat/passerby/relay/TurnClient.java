package chat.passerby.relay;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.Integrity;
import chat.passerby.relay.stun.Kind;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A client of the relay, message by message, over whatever [Road] it is given.
final class TurnClient implements AutoCloseable {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int COOKIE = 0x2112a442;
    private static final byte UDP = 17;
    private static final int TRIES = 8;

    private final Road road;
    private final Integrity integrity;
    private Credential credential = new Credential("", "");
    private byte[] nonce = {};

    TurnClient(Road road) {
        this(road, Integrity.SHA1);
    }

    TurnClient(Road road, Integrity integrity) {
        this.road = road;
        this.integrity = integrity;
    }

    static TurnClient udp(Relay relay) throws IOException {
        return new TurnClient(Road.udp(relay.addresses().getFirst()));
    }

    /// How messages go there and back.
    Road road() {
        return road;
    }

    static byte[] transaction() {
        ByteBuffer transaction = ByteBuffer.allocate(16).putInt(COOKIE);
        return transaction.putLong(CHANCE.nextLong()).putInt(CHANCE.nextInt()).array();
    }

    StunMessage bind() throws IOException {
        return ask(new StunWriter(Kind.REQUEST, Method.BINDING, transaction()).end(null, new byte[0], false));
    }

    /// Allocates; the first refusal tells the nonce.
    StunMessage allocate(Credential credential) throws IOException {
        return allocate(credential, writer -> writer);
    }

    StunMessage allocate(Credential credential, UnaryOperator<StunWriter> more) throws IOException {
        StunMessage refusal = ask(more.apply(allocation()).end(null, new byte[0], false));
        assertThat(error(refusal)).isEqualTo(401);
        assertThat(new String(refusal.value(Attribute.REALM), StandardCharsets.UTF_8))
                .isEqualTo(Given.REALM);
        this.credential = credential;
        nonce = refusal.value(Attribute.NONCE);
        return ask(signed(more.apply(allocation())));
    }

    static StunWriter allocation() {
        return new StunWriter(Kind.REQUEST, Method.ALLOCATE, transaction())
                .with(Attribute.REQUESTED_TRANSPORT, new byte[] {UDP, 0, 0, 0});
    }

    /// Allocates where that must succeed, and returns where peers reach this client.
    InetSocketAddress relayed(Credential credential) throws IOException {
        return relayed(allocate(credential));
    }

    static InetSocketAddress relayed(StunMessage answer) {
        assertThat(error(answer)).isZero();
        InetSocketAddress relayed = answer.address(Attribute.XOR_RELAYED_ADDRESS);
        assertThat(relayed).isNotNull();
        return relayed;
    }

    StunMessage refresh(int seconds) throws IOException {
        return ask(signed(request(Method.REFRESH).with(Attribute.LIFETIME, seconds)));
    }

    StunMessage permit(InetSocketAddress... peers) throws IOException {
        StunWriter request = request(Method.CREATE_PERMISSION);
        for (InetSocketAddress peer : peers) request.with(Attribute.XOR_PEER_ADDRESS, peer);
        return ask(signed(request));
    }

    StunMessage permit(InetAddress peer) throws IOException {
        return permit(new InetSocketAddress(peer, 9));
    }

    StunMessage channel(int number, InetSocketAddress peer) throws IOException {
        byte[] value = ByteBuffer.allocate(4).putShort((short) number).array();
        return ask(signed(request(Method.CHANNEL_BIND)
                .with(Attribute.CHANNEL_NUMBER, value)
                .with(Attribute.XOR_PEER_ADDRESS, peer)));
    }

    static StunWriter request(Method method) {
        return new StunWriter(Kind.REQUEST, method, transaction());
    }

    byte[] signed(StunWriter request) {
        return request.with(Attribute.USERNAME, credential.username())
                .with(Attribute.REALM, Given.REALM)
                .with(Attribute.NONCE, nonce)
                .end(integrity, credential.key(Given.REALM), true);
    }

    void uses(Credential other) {
        credential = other;
    }

    void uses(byte[] other) {
        nonce = other.clone();
    }

    /// By an indication.
    void send(InetSocketAddress peer, byte[] text) throws IOException {
        road.write(new StunWriter(Kind.INDICATION, Method.SEND, transaction())
                .with(Attribute.XOR_PEER_ADDRESS, peer)
                .with(Attribute.DATA, text)
                .end(null, new byte[0], false));
    }

    void send(InetSocketAddress peer, String text) throws IOException {
        send(peer, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Through a channel.
    void send(int channel, byte[] text) throws IOException {
        int length = road.stream() ? (text.length + 3) & ~3 : text.length;
        ByteBuffer frame = ByteBuffer.allocate(4 + length);
        road.write(frame.putShort((short) channel)
                .putShort((short) text.length)
                .put(text)
                .array());
    }

    void send(int channel, String text) throws IOException {
        send(channel, text.getBytes(StandardCharsets.UTF_8));
    }

    /// What came from a peer, by whichever way.
    record Received(int channel, @Nullable InetSocketAddress peer, String text) {}

    Received receive() throws IOException {
        while (true) {
            byte[] message = road.read();
            if (message[0] >= 0x40) {
                ByteBuffer in = ByteBuffer.wrap(message);
                int channel = in.getShort();
                byte[] text = new byte[in.getShort()];
                in.get(text);
                return new Received(channel, null, new String(text, StandardCharsets.UTF_8));
            }
            StunMessage stun = parsed(message);
            if (stun.method() == Method.DATA)
                return new Received(
                        0,
                        stun.address(Attribute.XOR_PEER_ADDRESS),
                        new String(stun.value(Attribute.DATA), StandardCharsets.UTF_8));
        }
    }

    /// That nothing comes for a while, once something that was sent later has been answered.
    boolean hearsNothing() throws IOException {
        byte[] question = request(Method.BINDING).end(null, new byte[0], false);
        road.write(question);
        return parsed(road.read()).repeats(Arrays.copyOfRange(question, 4, 20));
    }

    /// The answer to a message; over UDP asked again until there is one.
    StunMessage ask(byte[] request) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            if (i == 0 || !road.stream()) road.write(request);
            try {
                while (true) {
                    byte[] answer = road.read();
                    if (answer[0] >= 0x40) continue;
                    StunMessage message = parsed(answer);
                    if (message.repeats(Arrays.copyOfRange(request, 4, 20))) return message;
                }
            } catch (SocketTimeoutException silence) {
                // the next try
            }
        }
        throw new SocketTimeoutException("no answer");
    }

    private static StunMessage parsed(byte[] bytes) {
        StunMessage message = StunMessage.parse(bytes);
        assertThat(message).isNotNull();
        return message;
    }

    /// Whether an answer was signed by who knows the same secret.
    boolean trusts(StunMessage answer) {
        return integrity.verify(answer, credential.key(Given.REALM));
    }

    /// 0 for none.
    static int error(StunMessage answer) {
        if (answer.kind() != Kind.ERROR) return 0;
        byte[] code = answer.value(Attribute.ERROR_CODE);
        return code[2] * 100 + code[3];
    }

    @Override
    public void close() throws IOException {
        road.close();
    }
}
