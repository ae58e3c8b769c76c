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

    /// Over a connection of its own, which waits for its reader.
    record Stream(Wire wire) implements Line {
        /// With less room than this, what is written is likely to wait. It is copied then, lest a hundred bytes keep
        /// all
        /// of the buffer that they came in.
        private static final int AMPLE = TcpListener.WAITING.high() * 7 / 8;

        @Override
        public boolean send(ByteBuf message) {
            long room = wire.room();
            return wire.write(room > 0 && room < AMPLE ? alone(message) : message);
        }

        private static ByteBuf alone(ByteBuf message) {
            ByteBuf copy = message.copy();
            message.release();
            return copy;
        }

        @Override
        public boolean stream() {
            return true;
        }
    }
}
