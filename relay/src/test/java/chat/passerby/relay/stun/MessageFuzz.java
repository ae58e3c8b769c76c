package chat.passerby.relay.stun;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/// Bytes that Jazzer invents, led by what they reach, are a message or none; asking one for anything throws nothing.
/// Without `-Dfuzz=true`, whole messages and every piece of them.
class MessageFuzz {
    private static final byte[] KEY = {1, 2, 3};
    private static final byte[] TRANSACTION = {0x21, 0x12, (byte) 0xa4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    @MethodSource("known")
    @FuzzTest(maxDuration = "60s")
    void any_bytes(byte[] bytes) {
        @Nullable StunMessage message = StunMessage.parse(bytes);
        if (message == null) return;
        assertThat(message.length()).isEqualTo(bytes.length);
        for (int attribute : message.unknown())
            assertThat(message.has(attribute)).isTrue();
        for (Integrity integrity : Integrity.values()) integrity.verify(message, KEY);
        for (int attribute = 0; attribute <= 0x0030; attribute++) ask(message, attribute);
        for (int attribute = 0x8000; attribute <= 0x8030; attribute++) ask(message, attribute);
    }

    private static void ask(StunMessage message, int attribute) {
        if (message.has(attribute)) assertThat(message.value(attribute).length).isLessThan(message.length());
        message.address(attribute);
        message.addresses(attribute);
    }

    static Stream<byte[]> known() {
        return Stream.of(bytes(Method.ALLOCATE, Integrity.SHA1), bytes(Method.CREATE_PERMISSION, Integrity.SHA256))
                .flatMap(MessageFuzz::pieces);
    }

    private static byte[] bytes(Method method, Integrity integrity) {
        return new StunWriter(Kind.REQUEST, method, TRANSACTION)
                .with(Attribute.REQUESTED_TRANSPORT, new byte[] {17, 0, 0, 0})
                .with(Attribute.XOR_PEER_ADDRESS, new InetSocketAddress(InetAddress.ofLiteral("203.0.113.7"), 9))
                .with(Attribute.XOR_PEER_ADDRESS, new InetSocketAddress(InetAddress.ofLiteral("2001:db8::7"), 9))
                .with(Attribute.USERNAME, "1700000600:a")
                .with(0x0033, new byte[] {1})
                .end(integrity, KEY, true);
    }

    /// It, its beginnings with their length set right, and it with each byte at its least, its most, and one more.
    private static Stream<byte[]> pieces(byte[] whole) {
        Stream<byte[]> beginnings =
                IntStream.range(0, whole.length).mapToObj(length -> withLength(Arrays.copyOf(whole, length)));
        Stream<byte[]> damaged = IntStream.range(0, whole.length)
                .boxed()
                .flatMap(at -> Stream.of(0, 0xff, whole[at] + 1).map(value -> {
                    byte[] other = whole.clone();
                    other[at] = (byte) (int) value;
                    return other;
                }));
        return Stream.concat(Stream.of(whole), Stream.concat(beginnings, damaged));
    }

    private static byte[] withLength(byte[] cut) {
        if (cut.length >= StunMessage.HEADER) cut[3] = (byte) (cut.length - StunMessage.HEADER);
        return cut;
    }
}
