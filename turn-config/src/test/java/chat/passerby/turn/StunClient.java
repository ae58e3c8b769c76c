package chat.passerby.turn;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/// A TURN client over UDP (RFC 8656) with long-term credentials (RFC 8489, section 9.2).
final class StunClient implements AutoCloseable {
    static final byte IPV4 = 1;
    static final byte IPV6 = 2;
    private static final byte UDP = 17;
    private static final int TRIES = 20;

    /// Not connected: what is closed yet is silent, and asked again.
    private final DatagramSocket socket = new DatagramSocket();
    private final InetSocketAddress server;
    private Credential credential = new Credential("", "");
    private byte[] realm = {};
    private byte[] nonce = {};

    StunClient(int port) throws IOException {
        server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(500);
    }

    StunMessage bind() throws IOException {
        return ask(new StunMessage(StunMessage.BINDING));
    }

    /// Allocates a relayed address. The first refusal tells realm and nonce.
    StunMessage allocate(Credential credential, byte family) throws IOException {
        StunMessage refusal = ask(allocation(family));
        this.credential = credential;
        realm = refusal.get(StunMessage.REALM);
        nonce = refusal.get(StunMessage.NONCE);
        return ask(allocation(family));
    }

    private static StunMessage allocation(byte family) {
        return new StunMessage(StunMessage.ALLOCATE)
                .with(StunMessage.REQUESTED_TRANSPORT, new byte[] {UDP, 0, 0, 0})
                .with(StunMessage.REQUESTED_ADDRESS_FAMILY, new byte[] {family, 0, 0, 0});
    }

    /// Asks to hear from a peer.
    StunMessage permit(byte[] ip) throws IOException {
        return ask(new StunMessage(StunMessage.CREATE_PERMISSION).withPeer(ip, 9));
    }

    StunMessage bindChannel(byte[] ip) throws IOException {
        return ask(new StunMessage(StunMessage.CHANNEL_BIND)
                .with(StunMessage.CHANNEL_NUMBER, new byte[] {0x40, 1, 0, 0})
                .withPeer(ip, 9));
    }

    void send(InetSocketAddress to, String text) throws IOException {
        write(new StunMessage(StunMessage.SEND)
                .with(StunMessage.DATA, text.getBytes(StandardCharsets.UTF_8))
                .withPeer(to.getAddress().getAddress(), to.getPort())
                .encode());
    }

    /// What a peer sent.
    String receive() throws IOException {
        StunMessage message = read();
        while (message.type != StunMessage.DATA_INDICATION) message = read();
        return new String(message.get(StunMessage.DATA), StandardCharsets.UTF_8);
    }

    /// UDP: asks again until an answer comes, or none will.
    private StunMessage ask(StunMessage request) throws IOException {
        byte[] bytes = signed(request);
        for (int i = 0; i < TRIES; i++) {
            write(bytes);
            try {
                StunMessage answer = read();
                if (answer.answers(request)) return answer;
            } catch (SocketTimeoutException silence) {
                // the next try
            }
        }
        throw new SocketTimeoutException("no answer");
    }

    private byte[] signed(StunMessage request) {
        if (nonce.length == 0) return request.encode();
        byte[] user = credential.username().getBytes(StandardCharsets.UTF_8);
        request.with(StunMessage.USERNAME, user).with(StunMessage.REALM, realm).with(StunMessage.NONCE, nonce);
        return request.encode(key());
    }

    private byte[] key() {
        String realmText = new String(realm, StandardCharsets.UTF_8);
        String text = credential.username() + ":" + realmText + ":" + credential.password();
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void write(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length, server));
    }

    private StunMessage read() throws IOException {
        var packet = new DatagramPacket(new byte[2048], 2048);
        socket.receive(packet);
        return StunMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    @Override
    public void close() {
        socket.close();
    }
}
