package chat.passerby.relay.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.Integrity;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocateTest {
    private final Desk desk = new Desk();
    private final Client client = Desk.client(1);

    private StunMessage answered(StunMessage request) {
        return Objects.requireNonNull(desk.ask(client, request));
    }

    @Test
    void a_stranger_is_challenged_and_who_answers_gets_an_address() {
        StunMessage challenge = answered(Desk.unsigned(desk.allocate()));
        assertThat(Desk.code(challenge)).isEqualTo(401);
        assertThat(challenge.has(Attribute.REALM) && challenge.has(Attribute.NONCE))
                .isTrue();

        StunMessage success = answered(desk.signed(client, desk.allocate(), Desk.user("a")));
        assertThat(Desk.code(success)).isZero();
        assertThat(Objects.requireNonNull(success.address(Attribute.XOR_RELAYED_ADDRESS))
                        .getAddress())
                .isEqualTo(Desk.RELAY);
        assertThat(success.address(Attribute.XOR_MAPPED_ADDRESS)).isEqualTo(client.address());
        assertThat(ByteBuffer.wrap(success.value(Attribute.LIFETIME)).getInt()).isEqualTo(600);
        byte[] key = Desk.key(Desk.user("a"), Desk.SECRET.password(Desk.user("a")));
        assertThat(Integrity.SHA1.verify(success, key)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 600", "60, 600", "600, 600", "1800, 1800", "3600, 3600", "7200, 3600", "-1, 3600"})
    void its_lifetime_is_what_is_asked_for_within_bounds(int asked, int given) {
        StunMessage success =
                answered(desk.signed(client, desk.allocate().with(Attribute.LIFETIME, asked), Desk.user("a")));

        assertThat(ByteBuffer.wrap(success.value(Attribute.LIFETIME)).getInt()).isEqualTo(given);
    }

    @Test
    void sent_once_more_it_is_answered_once_more_and_counted_once() {
        StunMessage request = desk.signed(client, desk.allocate(), Desk.user("a"));
        StunMessage first = answered(request);
        StunMessage again = answered(request);

        assertThat(again.value(Attribute.XOR_RELAYED_ADDRESS)).isEqualTo(first.value(Attribute.XOR_RELAYED_ADDRESS));
        assertThat(desk.shared.quotas().all()).isEqualTo(1);
        assertThat(desk.allocate(client, Desk.user("a"))).isEqualTo(437);
    }

    @Test
    void sent_once_more_while_the_address_opens_it_waits_for_the_first() {
        StunMessage request = desk.signed(client, desk.allocate(), Desk.user("a"));
        Answer opening = desk.requests.answer(client, request, desk.now());

        assertThat(opening).isInstanceOf(Answer.Open.class);
        assertThat(desk.requests.answer(client, request, desk.now())).isInstanceOf(Answer.Silence.class);
        assertThat(desk.shared.quotas().all()).isEqualTo(1);
    }

    @Test
    void a_credential_is_good_for_allocating_until_its_end() {
        desk.pass(600);
        assertThat(desk.allocate(Desk.client(1), Desk.user("a"))).isZero();
        desk.pass(1);
        assertThat(desk.allocate(Desk.client(2), Desk.user("b"))).isEqualTo(401);
    }

    @Test
    void the_secret_before_counts_and_another_does_not() {
        SharedSecret before = new SharedSecret("b".repeat(32));
        var relays = List.of(new RelayAddress(Desk.RELAY));
        Desk both = new Desk(relays, Desk.SECRET, before);
        String user = Desk.user("a");
        for (SharedSecret secret : List.of(Desk.SECRET, before, new SharedSecret("c".repeat(32)))) {
            Client one = Desk.client(secret.hashCode() & 0xfff);
            StunMessage request = both.signed(one, both.allocate(), user, secret.password(user), both.shared.gate());
            boolean known = !secret.value().startsWith("c");
            assertThat(Desk.code(both.ask(one, request))).isEqualTo(known ? 0 : 401);
        }
    }

    @Test
    void one_tag_has_a_quota_and_all_together_have_one() {
        for (int i = 0; i < 3; i++)
            assertThat(desk.allocate(Desk.client(i), Desk.user("a"))).isZero();
        assertThat(desk.allocate(Desk.client(3), Desk.user("a"))).isEqualTo(486);
        for (int i = 4; i < 6; i++)
            assertThat(desk.allocate(Desk.client(i), Desk.user("b"))).isZero();
        assertThat(desk.allocate(Desk.client(6), Desk.user("b"))).isEqualTo(508);
        assertThat(desk.counters.read(Counter.OVER_QUOTA)).isEqualTo(1);
        assertThat(desk.counters.read(Counter.OUT_OF_CAPACITY)).isEqualTo(1);
    }

    @Test
    void a_tag_that_was_taken_back_gets_nothing_more() {
        assertThat(desk.allocate(client, Desk.user("a"))).isZero();
        assertThat(desk.shared.quotas().revoke("a", 0)).isTrue();
        assertThat(desk.allocate(Desk.client(2), Desk.user("a"))).isEqualTo(401);
        assertThat(desk.shared.quotas().revoke("b", 0)).isFalse();
        assertThat(desk.allocate(Desk.client(3), Desk.user("b"))).isEqualTo(401);
    }

    @Test
    void not_even_one_that_is_opening() {
        StunMessage request = desk.signed(client, desk.allocate(), Desk.user("a"));
        var open = (Answer.Open) desk.requests.answer(client, request, desk.now());
        desk.shared.quotas().revoke("a", 0);

        assertThat(Desk.code(Desk.parse(desk.open(open.opening())))).isEqualTo(401);
        assertThat(client.allocation()).isNull();
        assertThat(desk.shared.quotas().all()).isZero();
    }

    private int wrong(StunWriter request) {
        return Desk.code(desk.ask(client, desk.signed(client, request, Desk.user("a"))));
    }

    @Test
    void what_cannot_be_had_is_refused_by_its_code() {
        assertThat(wrong(desk.request(Method.ALLOCATE))).isEqualTo(400);
        assertThat(wrong(desk.request(Method.ALLOCATE).with(Attribute.REQUESTED_TRANSPORT, new byte[] {17})))
                .isEqualTo(400);
        assertThat(wrong(desk.request(Method.ALLOCATE).with(Attribute.REQUESTED_TRANSPORT, new byte[] {6, 0, 0, 0})))
                .as("TCP towards peers, RFC 6062")
                .isEqualTo(442);
        assertThat(wrong(desk.allocate().with(0x001a, new byte[0])))
                .as("DONT-FRAGMENT")
                .isEqualTo(420);
        assertThat(wrong(desk.allocate().with(Attribute.EVEN_PORT, new byte[] {-128})))
                .isEqualTo(508);
        assertThat(wrong(desk.allocate().with(Attribute.RESERVATION_TOKEN, new byte[8])))
                .isEqualTo(508);
        assertThat(wrong(desk.allocate()
                        .with(Attribute.EVEN_PORT, new byte[1])
                        .with(Attribute.RESERVATION_TOKEN, new byte[8])))
                .isEqualTo(400);
        assertThat(wrong(desk.allocate().with(Attribute.REQUESTED_ADDRESS_FAMILY, 0x02000000)))
                .isEqualTo(440);
        assertThat(wrong(desk.allocate().with(Attribute.REQUESTED_ADDRESS_FAMILY, 0x07000000)))
                .isEqualTo(440);
        assertThat(wrong(desk.allocate().with(Attribute.LIFETIME, new byte[3]))).isEqualTo(400);
        assertThat(wrong(desk.allocate().with(Attribute.ADDITIONAL_ADDRESS_FAMILY, 0x01000000)))
                .isEqualTo(400);
        assertThat(client.allocation()).isNull();
        assertThat(desk.shared.quotas().all()).isZero();
    }

    @Test
    void unknown_attributes_are_named() {
        StunMessage refusal = answered(desk.signed(
                client, desk.allocate().with(0x7ff0, new byte[4]).with(0x001a, new byte[0]), Desk.user("a")));

        assertThat(refusal.value(Attribute.UNKNOWN_ATTRIBUTES)).containsExactly(0x7f, 0xf0, 0, 0x1a);
    }

    @Test
    void an_even_port_can_be_had_but_not_the_next_one_with_it() {
        for (int i = 0; i < 3; i++) {
            Client one = Desk.client(i);
            assertThat(Desk.code(desk.ask(
                            one,
                            desk.signed(one, desk.allocate().with(Attribute.EVEN_PORT, new byte[1]), Desk.user("a")))))
                    .isZero();
            assertThat(Objects.requireNonNull(one.allocation()).relayed().getPort() % 2)
                    .isZero();
        }
    }

    @Test
    void either_family_that_there_is() {
        Desk both = new Desk(
                List.of(new RelayAddress(Desk.RELAY), new RelayAddress(InetAddress.ofLiteral("2001:db8::7"))),
                Desk.SECRET);
        for (int family : List.of(1, 2)) {
            Client one = Desk.client(family);
            StunWriter request = both.allocate().with(Attribute.REQUESTED_ADDRESS_FAMILY, family << 24);
            assertThat(Desk.code(both.ask(one, both.signed(one, request, Desk.user("a")))))
                    .isZero();
            assertThat(Objects.requireNonNull(one.allocation()).family()).isEqualTo(family);
        }
        Client one = Desk.client(3);
        StunWriter twice = both.allocate().with(Attribute.ADDITIONAL_ADDRESS_FAMILY, 0x02000000);
        StunMessage answer = Objects.requireNonNull(both.ask(one, both.signed(one, twice, Desk.user("a"))));
        assertThat(answer.value(Attribute.ADDRESS_ERROR_CODE)).containsExactly(2, 0, 4, 40);
    }
}
