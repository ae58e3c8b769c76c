package chat.passerby.relay.io;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;

/// The way back to one client. Confined to its event loop.
sealed interface Line {
    /// Takes over the reference.
    boolean send(ByteBuf message);

    /// Whether what is sent runs together, and so is filled up to multiples of four.
    boolean stream();

    /// Over the socket that all clients share.
    record Datagrams(Wire wire, InetSocketAddress client) implements Line {
        @Override
        public boolean send(ByteBuf message) {
            return wire.write(new DatagramPacket(message, client));
        }

        @Override
        public boolean stream() {
            return false;
        }
    }

    /// Over a connection of its own.
    record Stream(Wire wire) implements Line {
        @Override
        public boolean send(ByteBuf message) {
            return wire.write(message);
        }

        @Override
        public boolean stream() {
            return true;
        }
    }
}
