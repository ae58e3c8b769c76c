package chat.passerby.relay;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// How messages go to the relay and back.
interface Road extends AutoCloseable {
    void write(byte[] message) throws IOException;

    /// The next whole message, or [java.net.SocketTimeoutException] after a while.
    byte[] read() throws IOException;

    /// Whether what is sent runs together.
    boolean stream();

    @Override
    void close() throws IOException;

    static Road udp(InetSocketAddress server) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(server.getAddress(), 0));
        socket.setSoTimeout(1_000);
        return new Road() {
            @Override
            public void write(byte[] message) throws IOException {
                socket.send(new DatagramPacket(message, message.length, server));
            }

            @Override
            public byte[] read() throws IOException {
                var packet = new DatagramPacket(new byte[4_096], 4_096);
                socket.receive(packet);
                return Arrays.copyOf(packet.getData(), packet.getLength());
            }

            @Override
            public boolean stream() {
                return false;
            }

            @Override
            public void close() {
                socket.close();
            }
        };
    }

    /// Over a connection, which may be encrypted.
    static Road over(Socket socket) throws IOException {
        socket.setSoTimeout(8_000);
        socket.setTcpNoDelay(true);
        var in = new DataInputStream(socket.getInputStream());
        return new Road() {
            @Override
            public void write(byte[] message) throws IOException {
                socket.getOutputStream().write(message);
            }

            @Override
            public byte[] read() throws IOException {
                byte[] head = new byte[4];
                in.readFully(head);
                int length = ByteBuffer.wrap(head).getShort(2) & 0xffff;
                byte[] message = Arrays.copyOf(head, head[0] >= 0x40 ? 4 + ((length + 3) & ~3) : 20 + length);
                in.readFully(message, 4, message.length - 4);
                return message;
            }

            @Override
            public boolean stream() {
                return true;
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }
}
