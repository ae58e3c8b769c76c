package chat.passerby.relay.io;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.StunMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several datagrams that came with one call, each with a header of its own in front.
class HeadroomTest {
    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 9);

    private final ByteBufAllocator allocator = UnpooledByteBufAllocator.DEFAULT;
    private final Headroom headroom = new Headroom(Transport.EPOLL);

    /// As the kernel would fill them in, each with its own number.
    private List<ByteBuf> received(int length) {
        ByteBuf buffer = headroom.newHandle().allocate(allocator);
        int count = buffer.writableBytes() / Batches.STRIDE;
        buffer.writerIndex(count * Batches.STRIDE);
        var datagrams = new ArrayList<ByteBuf>();
        for (int i = 0; i < count; i++) {
            buffer.setBytes(i * Batches.STRIDE, text(i, length));
            datagrams.add(buffer.retainedSlice(i * Batches.STRIDE, length));
        }
        buffer.release();
        return datagrams;
    }

    private static byte[] text(int number, int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) ('a' + number));
        return text;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, Headroom.LONGEST - 3, Headroom.LONGEST})
    void no_header_reaches_into_another_datagram(int length) {
        List<ByteBuf> wrapped = received(length).stream().map(headroom::around).toList();
        wrapped.forEach(one -> Wrapping.asIndication(one, PEER));

        assertThat(wrapped).hasSizeGreaterThan(1);
        assertThat(IntStream.range(0, wrapped.size())).allSatisfy(i -> {
            StunMessage message = StunMessage.parse(ByteBufUtil.getBytes(wrapped.get(i)));
            assertThat(message).isNotNull();
            assertThat(message.address(Attribute.XOR_PEER_ADDRESS)).isEqualTo(PEER);
            assertThat(message.value(Attribute.DATA)).isEqualTo(text(i, length));
        });
        wrapped.forEach(ByteBuf::release);
        assertThat(wrapped).allMatch(one -> one.refCnt() == 0);
    }
}
