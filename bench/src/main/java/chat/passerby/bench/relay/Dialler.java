package chat.passerby.bench.relay;

import chat.passerby.bench.Unavailable;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.Integrity;
import chat.passerby.relay.stun.Kind;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import chat.passerby.turn.Credential;
import chat.passerby.turn.Credentials;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Makes an allocation and binds its channel, as any client does. Confined to a thread.
final class Dialler {
    /// The number of every client's only channel.
    static final int CHANNEL = 0x4000;

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final byte[] UDP = {17, 0, 0, 0};
    private static final int COOKIE = 0x2112a442;
    private static final int TRIES = 20;
    private static final int WAIT_MILLIS = 500;

    private final Turn turn;
    private final DatagramSocket socket;
    private final Credential credential;
    private byte[] realm = {};
    private byte[] nonce = {};

    private Dialler(Turn turn, DatagramSocket socket, Credential credential) {
        this.turn = turn;
        this.socket = socket;
        this.credential = credential;
    }

    /// Where peers reach whoever is behind this channel, from now on.
    static InetSocketAddress allocate(Turn turn, DatagramChannel client, InetSocketAddress peer) throws IOException {
        Credential credential = turn.credentials().credential(Credentials.tag(CHANCE), Instant.now());
        var dialler = new Dialler(turn, client.socket(), credential);
        InetSocketAddress relayed = dialler.allocate();
        dialler.bind(peer);
        return relayed;
    }

    /// Whether a server answers at all.
    static boolean answers(Turn turn) throws IOException {
        try (var client = DatagramChannel.open().connect(turn.address())) {
            byte[] question = new StunWriter(Kind.REQUEST, Method.BINDING, transaction()).end(null, new byte[0], false);
            return new Dialler(turn, client.socket(), new Credential("", "")).once(question) != null;
        }
    }

    private InetSocketAddress allocate() throws IOException {
        StunMessage challenge = ask(allocation().end(null, new byte[0], false));
        if (!challenge.has(Attribute.REALM) || !challenge.has(Attribute.NONCE)) throw refused("Allocate", challenge);
        realm = challenge.value(Attribute.REALM);
        nonce = challenge.value(Attribute.NONCE);
        StunMessage answer = ask(signed(allocation()));
        @Nullable InetSocketAddress relayed = answer.address(Attribute.XOR_RELAYED_ADDRESS);
        if (relayed == null) throw refused("Allocate", answer);
        return relayed;
    }

    private static StunWriter allocation() {
        return new StunWriter(Kind.REQUEST, Method.ALLOCATE, transaction()).with(Attribute.REQUESTED_TRANSPORT, UDP);
    }

    private void bind(InetSocketAddress peer) throws IOException {
        byte[] number = ByteBuffer.allocate(4).putShort((short) CHANNEL).array();
        StunMessage answer = ask(signed(new StunWriter(Kind.REQUEST, Method.CHANNEL_BIND, transaction())
                .with(Attribute.CHANNEL_NUMBER, number)
                .with(Attribute.XOR_PEER_ADDRESS, peer)));
        if (answer.kind() != Kind.SUCCESS) throw refused("ChannelBind", answer);
    }

    private IOException refused(String what, StunMessage answer) {
        String code = "";
        if (answer.has(Attribute.ERROR_CODE)) {
            byte[] value = answer.value(Attribute.ERROR_CODE);
            code = " with " + (value[2] * 100 + value[3]);
        }
        return new Unavailable(turn + " refused " + what + code + ". This benchmark cannot go on.");
    }

    private static byte[] transaction() {
        ByteBuffer transaction = ByteBuffer.allocate(16).putInt(COOKIE);
        return transaction.putLong(CHANCE.nextLong()).putInt(CHANCE.nextInt()).array();
    }

    private byte[] signed(StunWriter request) {
        return request.with(Attribute.USERNAME, credential.username())
                .with(Attribute.REALM, realm)
                .with(Attribute.NONCE, nonce)
                .end(Integrity.SHA1, key(), true);
    }

    private byte[] key() {
        String name = new String(realm, StandardCharsets.UTF_8);
        String text = credential.username() + ":" + name + ":" + credential.password();
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private StunMessage ask(byte[] request) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            @Nullable StunMessage answer = once(request);
            if (answer != null) return answer;
        }
        throw new Unavailable(turn + " did not answer. This benchmark cannot go on.");
    }

    /// Asks once; null for no answer.
    private @Nullable StunMessage once(byte[] request) throws IOException {
        socket.setSoTimeout(WAIT_MILLIS);
        socket.send(new DatagramPacket(request, request.length));
        var packet = new DatagramPacket(new byte[StunMessage.LONGEST], StunMessage.LONGEST);
        try {
            while (true) {
                socket.receive(packet);
                @Nullable StunMessage answer = StunMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (answer != null && answer.repeats(Arrays.copyOfRange(request, 4, 20))) return answer;
                packet.setLength(StunMessage.LONGEST);
            }
        } catch (SocketTimeoutException | PortUnreachableException silence) {
            return null;
        }
    }
}
