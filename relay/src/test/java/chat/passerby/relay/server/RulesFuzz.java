package chat.passerby.relay.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever somebody with a password asks for, one thing after the other, is answered; and nobody holds more than their
/// share. Jazzer cannot guess a signature, so its bytes say what is asked, and the test signs it.
class RulesFuzz {
    private static final Method[] METHODS = Method.values();
    private static final int MOST_STEPS = 24;
    private static final List<Integer> ATTRIBUTES = List.of(
            Attribute.REQUESTED_TRANSPORT,
            Attribute.LIFETIME,
            Attribute.XOR_PEER_ADDRESS,
            Attribute.CHANNEL_NUMBER,
            Attribute.EVEN_PORT,
            Attribute.RESERVATION_TOKEN,
            Attribute.REQUESTED_ADDRESS_FAMILY,
            Attribute.ADDITIONAL_ADDRESS_FAMILY,
            Attribute.DATA,
            Attribute.USERNAME,
            0x001a,
            0x8022);

    /// A step: who asks (two clients, two tags), what, how long after the last, with how many attributes; each of those
    /// is its type, its length, its value.
    @MethodSource("known")
    @FuzzTest(maxDuration = "60s")
    void any_wishes(byte[] bytes) {
        var desk = new Desk();
        Client[] clients = {Desk.client(1), Desk.client(2)};
        ByteBuffer in = ByteBuffer.wrap(bytes);
        for (int step = 0; step < MOST_STEPS && in.remaining() >= 4; step++) {
            int who = in.get();
            Method method = METHODS[Math.floorMod(in.get(), METHODS.length)];
            desk.pass(in.get() & 0xff);
            StunWriter request = wish(desk.request(method), in);
            String user = Desk.user((who & 2) == 0 ? "a" : "b");
            Client client = clients[who & 1];
            @Nullable StunMessage answer = desk.ask(client, desk.signed(client, request, user));

            assertThat(Desk.code(answer)).isIn(-1, 0, 300, 400, 401, 403, 420, 437, 438, 440, 441, 442, 443, 486, 508);
            long held =
                    Stream.of(clients).filter(one -> one.allocation() != null).count();
            assertThat(desk.shared.quotas().all()).isEqualTo((int) held);
        }
    }

    private static StunWriter wish(StunWriter request, ByteBuffer in) {
        for (int left = in.get() & 7; left > 0 && in.remaining() >= 2; left--) {
            int attribute = ATTRIBUTES.get(Math.floorMod(in.get(), ATTRIBUTES.size()));
            byte[] value = new byte[Math.min(in.get() & 0x1f, in.remaining())];
            in.get(value);
            request.with(attribute, value);
        }
        return request;
    }

    private static final byte[] ALLOCATE = {0, 1, 0, 1, 0, 4, 17, 0, 0, 0};
    /// 203.0.113.7:9, as the cookie hides it.
    private static final byte[] PERMIT = {0, 5, 1, 1, 2, 8, 0, 1, 0x21, 0x1b, (byte) 0xea, 0x12, (byte) 0xd5, 0x45};
    private static final byte[] BIND = {
        0, 6, 1, 2, 3, 4, 0x40, 1, 0, 0, 2, 8, 0, 1, 0x21, 0x1b, (byte) 0xea, 0x12, (byte) 0xd5, 0x45
    };
    private static final byte[] END = {0, 2, 1, 1, 1, 4, 0, 0, 0, 0};

    static Stream<byte[]> known() {
        return Stream.of(
                all(ALLOCATE),
                all(ALLOCATE, PERMIT, BIND, END),
                all(ALLOCATE, ALLOCATE, BIND, END, END, ALLOCATE),
                all(PERMIT, BIND, END));
    }

    private static byte[] all(byte[]... steps) {
        ByteBuffer all = ByteBuffer.allocate(
                Stream.of(steps).mapToInt(step -> step.length).sum());
        for (byte[] step : steps) all.put(step);
        return all.array();
    }
}
