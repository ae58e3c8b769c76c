package chat.passerby.signaling.connection;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A WebSocket client over a plain socket (RFC 6455), so that tests can send what no library would, from whatever
/// loopback address. Messages wait in the order of their coming.
final class Client implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.shared();
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final int TEXT = 1;
    static final int BINARY = 2;
    private static final int CLOSE = 8;
    static final int PING = 9;
    private static final int PONG = 10;
    private static final JsonNode END = JSON.readTree("{\"type\":\"(closed)\"}");

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;
    private final BlockingQueue<JsonNode> inbox = new LinkedBlockingQueue<>();
    private volatile int closeCode = -1;
    String token = "";
    String browserKey = "";

    @Nullable
    String ticket;

    private Client(Socket socket) throws IOException {
        this.socket = socket;
        out = socket.getOutputStream();
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /// The status line that a handshake with these headers gets.
    static String handshake(int port, String origin, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            upgrade(socket, port, origin, headers);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("") + "\n" + answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
    }

    /// What a post from this address gets, in JSON from a page of ours.
    static String post(int port, String source, String path, String json) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(source), 0)) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:"
                    + port
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Client open(int port) {
        return open(port, "127.0.0.1");
    }

    static Client open(int port, String source, String... headers) {
        try {
            Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(source), 0);
            socket.setTcpNoDelay(true);
            upgrade(socket, port, "http://localhost:" + port, headers);
            Client client = new Client(socket);
            String status = client.line();
            if (!status.contains("101")) throw new IOException(status);
            while (!client.line().isEmpty()) {}
            Thread.ofVirtual().start(client::read);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void upgrade(Socket socket, int port, String origin, String... headers) throws IOException {
        String extra = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        socket.getOutputStream()
                .write(("GET /ws HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: " + origin
                                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + extra
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("closed during the handshake");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    private void read() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                long length = in.readUnsignedByte();
                if (length == 126) length = in.readUnsignedShort();
                else if (length == 127) length = in.readLong();
                byte[] payload = in.readNBytes((int) length);
                switch (opcode) {
                    case TEXT -> inbox.add(JSON.readTree(payload));
                    case PING -> frame(PONG, true, payload);
                    case CLOSE -> {
                        closeCode = payload.length < 2
                                ? 1005
                                : ByteBuffer.wrap(payload).getShort() & 0xffff;
                        inbox.add(END);
                        socket.close();
                        return;
                    }
                    default -> {}
                }
            }
        } catch (IOException gone) {
            inbox.add(END);
        }
    }

    synchronized void frame(int opcode, boolean last, byte[] payload) {
        try {
            ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
            frame.put((byte) ((last ? 0x80 : 0) | opcode));
            if (payload.length < 126) frame.put((byte) (0x80 | payload.length));
            else if (payload.length < 65_536) frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
            else frame.put((byte) (0x80 | 127)).putLong(payload.length);
            frame.putInt(0); // the mask: nothing hides from a test
            frame.put(payload);
            out.write(frame.array(), 0, frame.position());
            out.flush();
        } catch (IOException gone) {
            // the inbox says so
        }
    }

    /// Sends a text as it is.
    Client send(String text) {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// Sends a message, written with single quotes.
    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in no jar of ours
    Client say(String json, Object... arguments) {
        return send(json.formatted(arguments).replace('\'', '"'));
    }

    Client hello() {
        return hello("");
    }

    /// Says hello and takes the welcome.
    ///
    /// @param more further fields, each with a comma before it
    Client hello(String more) {
        say("{'type':'hello','versions':[1]%s}", more);
        JsonNode welcome = await("welcome");
        token = welcome.path("token").stringValue();
        browserKey = welcome.path("browserKey").stringValue();
        return this;
    }

    Client find(String mode) {
        return say("{'type':'find','mode':'%s','role':'chat','interests':[],'languages':[]}", mode);
    }

    /// What a tab brings back.
    String resume(int received, int negotiation) {
        return ",'browserKey':'%s','resume':{'token':'%s'%s,'received':%d,'negotiation':%d}"
                .formatted(
                        browserKey, token, ticket == null ? "" : ",'ticket':'" + ticket + "'", received, negotiation);
    }

    /// The next message, whatever it is.
    JsonNode next() {
        JsonNode message = poll(PATIENCE);
        if (message == null) throw new AssertionError("nothing came within " + PATIENCE);
        return message;
    }

    /// The next message if one comes within this time.
    @Nullable
    JsonNode poll(Duration patience) {
        try {
            JsonNode message = inbox.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (message != null && message.has("ticket"))
                ticket = message.path("ticket").stringValue();
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The next message of this type; others before it are passed over.
    JsonNode await(String type) {
        return await(message -> message.path("type").stringValue().equals(type), type);
    }

    private JsonNode await(Predicate<JsonNode> wanted, String called) {
        List<String> seen = new ArrayList<>();
        while (true) {
            JsonNode message = next();
            if (wanted.test(message)) return message;
            seen.add(message.path("type").stringValue());
            if (ended(message))
                throw new AssertionError("closed with " + closeCode + " before " + called + "; " + seen);
        }
    }

    /// Everything that has come so far; a ping makes sure that it is everything sent so far.
    List<JsonNode> drain() {
        say("{'type':'ping'}");
        List<JsonNode> all = new ArrayList<>();
        while (true) {
            JsonNode message = next();
            if (message.path("type").stringValue().equals("pong")) return all;
            all.add(message);
        }
    }

    private static boolean ended(JsonNode message) {
        return message.equals(END);
    }

    int closeCode() {
        while (!ended(next())) {}
        return closeCode;
    }

    /// Vanishes without a word.
    void vanish() {
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
