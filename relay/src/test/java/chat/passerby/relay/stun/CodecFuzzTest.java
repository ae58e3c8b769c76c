package chat.passerby.relay.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Whatever comes in is a message or none, and reading it throws nothing.
class CodecFuzzTest {
    private static final byte[] KEY = {1, 2, 3};
    private static final List<Integer> ATTRIBUTES = List.of(
            Attribute.USERNAME,
            Attribute.MESSAGE_INTEGRITY,
            Attribute.CHANNEL_NUMBER,
            Attribute.LIFETIME,
            Attribute.XOR_PEER_ADDRESS,
            Attribute.DATA,
            Attribute.REQUESTED_ADDRESS_FAMILY,
            Attribute.MESSAGE_INTEGRITY_SHA256,
            Attribute.FINGERPRINT,
            0x001a,
            0x7fff,
            0x8022);

    @Property(tries = 5_000)
    void any_bytes(@ForAll byte[] bytes) {
        read(bytes);
    }

    @Property(tries = 5_000)
    void any_bytes_behind_a_right_header(@ForAll("bodies") byte[] body, @ForAll("types") int type) {
        byte[] bytes = ByteBuffer.allocate(20 + body.length)
                .putShort((short) type)
                .putShort((short) body.length)
                .putInt(StunMessage.COOKIE)
                .put(20, body)
                .array();
        read(bytes);
    }

    @Property(tries = 5_000)
    void any_damage_to_a_message(
            @ForAll("messages") byte[] message, @ForAll int at, @ForAll byte damage, @ForAll int cut) {
        byte[] bytes = message.clone();
        bytes[Math.floorMod(at, bytes.length)] ^= damage;
        read(java.util.Arrays.copyOf(bytes, bytes.length - Math.floorMod(cut, 8)));
        read(bytes);
    }

    @Property(tries = 2_000)
    void what_is_written_is_read(@ForAll("addresses") InetSocketAddress address, @ForAll byte[] value) {
        byte[] cut = value.length > 600 ? new byte[600] : value;
        byte[] bytes = new StunWriter(Kind.REQUEST, Method.ALLOCATE, new byte[] {
                    0x21, 0x12, (byte) 0xa4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
                })
                .with(Attribute.XOR_PEER_ADDRESS, address)
                .with(Attribute.DATA, cut)
                .end(Integrity.SHA256, KEY, true);
        StunMessage message = Objects.requireNonNull(StunMessage.parse(bytes));
        assertThat(message.address(Attribute.XOR_PEER_ADDRESS)).isEqualTo(address);
        assertThat(message.value(Attribute.DATA)).isEqualTo(cut);
        assertThat(Integrity.SHA256.verify(message, KEY)).isTrue();
        assertThat(Integrity.SHA256.verify(message, new byte[] {1, 2, 4})).isFalse();
    }

    @Property(tries = 2_000)
    void no_damage_leaves_a_signature_valid(@ForAll("messages") byte[] message, @ForAll int at, @ForAll byte damage) {
        if (damage == 0) return;
        byte[] bytes = message.clone();
        // Up to the end of MESSAGE-INTEGRITY, which is followed by eight bytes of FINGERPRINT.
        bytes[Math.floorMod(at, bytes.length - 8)] ^= damage;
        @Nullable StunMessage read = StunMessage.parse(bytes);
        assertThat(read == null || !Integrity.SHA1.verify(read, KEY)).isTrue();
    }

    /// Asks a message for everything.
    private static void read(byte[] bytes) {
        @Nullable StunMessage message = StunMessage.parse(bytes);
        if (message == null) return;
        message.unknown();
        for (Integrity integrity : Integrity.values()) integrity.verify(message, KEY);
        for (int attribute : ATTRIBUTES) {
            if (message.has(attribute)) message.value(attribute);
            message.address(attribute);
            message.addresses(attribute);
        }
    }

    @Provide
    Arbitrary<Integer> types() {
        return Arbitraries.of(0x001, 0x003, 0x004, 0x008, 0x009, 0x016, 0x017, 0x101, 0x113, 0x00a);
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<byte[]> attribute = Combinators.combine(
                        Arbitraries.of(ATTRIBUTES),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(-2, 2),
                        Arbitraries.bytes())
                .as((type, length, lie, content) -> {
                    byte[] bytes = new byte[4 + ((length + 3) & ~3)];
                    java.util.Arrays.fill(bytes, content);
                    ByteBuffer.wrap(bytes).putShort((short) (int) type).putShort((short) (length + lie));
                    return bytes;
                });
        return attribute.list().ofMaxSize(8).map(parts -> {
            ByteBuffer body = ByteBuffer.allocate(
                    parts.stream().mapToInt(part -> part.length).sum());
            parts.forEach(body::put);
            return body.array();
        });
    }

    @Provide
    Arbitrary<byte[]> messages() {
        return Combinators.combine(bodies(), addresses())
                .as((data, peer) -> new StunWriter(Kind.REQUEST, Method.CREATE_PERMISSION, new byte[] {
                            0x21, 0x12, (byte) 0xa4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
                        })
                        .with(Attribute.XOR_PEER_ADDRESS, peer)
                        .with(Attribute.DATA, data)
                        .end(Integrity.SHA1, KEY, true));
    }

    @Provide
    Arbitrary<InetSocketAddress> addresses() {
        Arbitrary<byte[]> ips = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofSize(4),
                Arbitraries.bytes().array(byte[].class).ofSize(16));
        return Combinators.combine(ips, Arbitraries.integers().between(0, 65_535))
                .as(CodecFuzzTest::at);
    }

    private static InetSocketAddress at(byte[] ip, int port) {
        try {
            return new InetSocketAddress(
                    ip.length == 4 ? InetAddress.getByAddress(ip) : Inet6Address.getByAddress(null, ip, -1), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
