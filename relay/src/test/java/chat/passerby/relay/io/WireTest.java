package chat.passerby.relay.io;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.allocation.Quotas;
import chat.passerby.relay.allocation.Sources;
import chat.passerby.relay.credential.Gate;
import chat.passerby.relay.credential.Nonces;
import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.metrics.Counters;
import chat.passerby.relay.peer.Hairpin;
import chat.passerby.relay.peer.PeerRules;
import chat.passerby.relay.peer.Ports;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.relay.server.Shared;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The way out, when more comes than goes.
class WireTest {
    private static final int PACKET = 1_000;
    private static final int BUFFER = 8_192;

    private final Counters counters = new Counters();
    /// Whose turn ends when the test says so.
    private final EmbeddedChannel turn = new EmbeddedChannel();

    private Wire wire(EmbeddedChannel channel) {
        channel.config().setWriteBufferWaterMark(TcpListener.WAITING);
        return new Wire(new Loop(turn.eventLoop(), shared(), Transport.NIO), channel);
    }

    private Shared shared() {
        Random chance = new Random(1);
        var relays = List.of(new RelayAddress(InetAddress.ofLiteral("198.51.100.7")));
        Ports ports = new Ports(50_000, 50_099, chance);
        return new Shared(
                new Gate(
                        "relay.example.org",
                        List.of(new SharedSecret("0123456789abcdef0123456789abcdef")),
                        new Nonces(chance)),
                new Quotas(3, 5),
                new Sources(10, 50, chance),
                relays,
                ports,
                new Hairpin(relays, ports),
                () -> new PeerRules(List.of(), List.of(), relays, Set.of()),
                counters,
                10_000);
    }

    /// A way out that is blocked.
    private static EmbeddedChannel blocked() {
        return new EmbeddedChannel(new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                // that it was closed, of each that waited
            }
        }) {
            @Override
            protected void doWrite(ChannelOutboundBuffer in) {
                // the other side does not read
            }
        };
    }

    private static ByteBuf packet() {
        return Unpooled.buffer(PACKET).writeZero(PACKET);
    }

    @Test
    void more_than_may_wait_passes_in_one_turn_while_the_way_out_is_free() {
        EmbeddedChannel channel = new EmbeddedChannel();
        Wire wire = wire(channel);
        int many = 3 * TcpListener.WAITING.high() / PACKET;

        for (int i = 0; i < many; i++) assertThat(wire.write(packet())).isTrue();
        turn.runPendingTasks();

        assertThat(channel.outboundMessages()).hasSize(many);
        assertThat(counters.read(Counter.CONGESTED)).isZero();
        channel.finishAndReleaseAll();
    }

    @Test
    void what_finds_a_blocked_way_out_full_is_dropped_and_counted() {
        EmbeddedChannel channel = blocked();
        Wire wire = wire(channel);
        int many = 3 * TcpListener.WAITING.high() / PACKET;
        int waiting = 0;

        for (int i = 0; i < many; i++) if (wire.write(packet())) waiting++;

        assertThat(waiting * PACKET).isBetween(TcpListener.WAITING.low(), TcpListener.WAITING.high());
        assertThat(counters.read(Counter.CONGESTED)).isEqualTo(many - waiting);
        var _ = channel.close();
    }

    @Test
    void small_packets_that_wait_for_a_slow_reader_do_not_keep_the_buffers_they_came_in() {
        EmbeddedChannel channel = blocked();
        Line line = new Line.Stream(wire(channel));
        var buffers = new ArrayList<ByteBuf>();

        for (int i = 0; i < 500; i++) {
            ByteBuf buffer = Unpooled.directBuffer(BUFFER).writeZero(100);
            buffers.add(buffer);
            assertThat(line.send(buffer)).isTrue();
        }

        long kept = buffers.stream().filter(one -> one.refCnt() > 0).count();
        assertThat(kept * BUFFER).isLessThan(1 << 20);
        var _ = channel.close();
        assertThat(buffers).allMatch(one -> one.refCnt() == 0);
    }
}
