package chat.passerby.relay.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.Integrity;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, and what strangers get.
class GateTest {
    private final Desk desk = new Desk();
    private final Client client = Desk.client(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "a",
                ":a",
                "1700000600",
                "1700000600:",
                "a:1700000600",
                "-1:a",
                "99999999999999999999:a",
                "1700000600:a b",
                "1700000600:a\n"
            })
    void a_username_of_another_form_is_unknown_even_if_it_is_signed(String user) {
        assertThat(desk.allocate(client, user)).isEqualTo(401);
    }

    @Test
    void without_name_realm_or_nonce_a_signature_says_nothing() {
        byte[] key = Desk.key(Desk.user("a"), Desk.SECRET.password(Desk.user("a")));
        StunMessage request = Desk.parse(desk.allocate()
                .with(Attribute.USERNAME, Desk.user("a"))
                .with(Attribute.REALM, Desk.REALM)
                .end(Integrity.SHA1, key, false));

        assertThat(Desk.code(desk.ask(client, request))).isEqualTo(400);
    }

    @Test
    void a_nonce_is_good_for_ten_minutes_and_for_one_client() {
        StunMessage request = desk.signed(client, desk.allocate(), Desk.user("a"));

        assertThat(Desk.code(desk.ask(Desk.client(2), request))).isEqualTo(438);
        desk.pass(600);
        assertThat(Desk.code(desk.ask(client, request))).isZero();
        desk.pass(1);
        StunMessage stale = Objects.requireNonNull(desk.ask(client, request));
        assertThat(Desk.code(stale)).isEqualTo(438);
        assertThat(stale.has(Attribute.NONCE)).isTrue();
    }

    @Test
    void a_nonce_that_we_did_not_make_is_stale() {
        byte[] key = Desk.key(Desk.user("a"), Desk.SECRET.password(Desk.user("a")));
        for (String nonce : new String[] {"", "AAAAAAAAAAAAAAAA", "\u00e9", "x".repeat(700)}) {
            StunMessage request = Desk.parse(desk.allocate()
                    .with(Attribute.USERNAME, Desk.user("a"))
                    .with(Attribute.REALM, Desk.REALM)
                    .with(Attribute.NONCE, nonce)
                    .end(Integrity.SHA1, key, false));
            assertThat(Desk.code(desk.ask(client, request))).as(nonce).isEqualTo(438);
        }
    }

    @Test
    void the_stronger_signature_is_checked_and_given_back() {
        StunMessage weak = desk.signed(client, desk.allocate(), Desk.user("a"));
        byte[] key = Desk.key(Desk.user("a"), Desk.SECRET.password(Desk.user("a")));
        StunWriter request = desk.allocate()
                .with(Attribute.USERNAME, Desk.user("a"))
                .with(Attribute.REALM, Desk.REALM)
                .with(Attribute.NONCE, weak.value(Attribute.NONCE));
        StunMessage answer =
                Objects.requireNonNull(desk.ask(client, Desk.parse(request.end(Integrity.SHA256, key, false))));

        assertThat(Desk.code(answer)).isZero();
        assertThat(Integrity.SHA256.verify(answer, key)).isTrue();
        assertThat(answer.has(Attribute.MESSAGE_INTEGRITY)).isFalse();
        assertThat(answer.has(Attribute.FINGERPRINT)).isFalse();
    }

    /// Of the shortest request that a client sends; on a longer one, there is more room.
    @Test
    void a_stranger_never_gets_more_than_three_times_what_it_sent() {
        assertThat(Desk.code(desk.ask(client, Desk.unsigned(desk.allocate())))).isEqualTo(401);
        for (Method method : new Method[] {Method.BINDING, Method.ALLOCATE, Method.REFRESH, Method.CHANNEL_BIND})
            for (int padding = 0; padding < 64; padding += 4)
                for (int attribute : new int[] {0x7ff0, 0x8022, Attribute.MESSAGE_INTEGRITY, Attribute.USERNAME}) {
                    Client stranger = new Client(new InetSocketAddress(v6(padding), 1));
                    StunMessage request = Desk.unsigned(desk.request(method).with(attribute, new byte[padding]));
                    @Nullable StunMessage answer = desk.ask(stranger, request);
                    assertThat(answer == null ? 0 : answer.length()).isLessThanOrEqualTo(3 * request.length());
                }
    }

    private static InetAddress v6(int network) {
        return InetAddress.ofLiteral("2001:db8:0:" + Integer.toHexString(network) + "::1");
    }

    @Test
    void a_stranger_is_answered_so_many_times_a_second() {
        int answered = 0;
        for (int i = 0; i < 1_000; i++)
            if (desk.ask(Desk.client(i), Desk.unsigned(desk.request(Method.BINDING))) != null) answered++;
        assertThat(answered).isEqualTo(5 * Desk.ANSWERS);
        assertThat(desk.counters.read(Counter.UNANSWERED)).isEqualTo(1_000 - answered);

        Client elsewhere = new Client(Desk.at("192.0.2.77", 5));
        assertThat(desk.ask(elsewhere, Desk.unsigned(desk.request(Method.BINDING))))
                .isNotNull();
        desk.pass(1);
        int later = 0;
        for (int i = 0; i < 1_000; i++)
            if (desk.ask(client, Desk.unsigned(desk.request(Method.BINDING))) != null) later++;
        assertThat(later).isEqualTo(Desk.ANSWERS);
    }

    @Test
    void who_has_an_allocation_is_answered_all_the_same() {
        desk.allocate(client, Desk.user("a"));
        for (int i = 0; i < 1_000; i++) desk.ask(Desk.client(9), Desk.unsigned(desk.request(Method.BINDING)));

        assertThat(desk.permit(client, "203.0.113.1")).isZero();
    }

    @Test
    void but_not_more_often_than_anybody_needs() {
        desk.allocate(client, Desk.user("a"));
        int silent = 0;
        for (int i = 0; i < 1_000; i++) if (desk.permit(client, "203.0.113.1") < 0) silent++;

        assertThat(silent).isBetween(500, 700);
    }

    @Test
    void binding_tells_where_one_comes_from_and_knows_no_unknown() {
        StunMessage answer = Objects.requireNonNull(desk.ask(client, Desk.unsigned(desk.request(Method.BINDING))));
        assertThat(answer.address(Attribute.XOR_MAPPED_ADDRESS)).isEqualTo(client.address());
        assertThat(answer.has(Attribute.FINGERPRINT)).isFalse();
        assertThat(Desk.parse(desk.request(Method.BINDING).end(null, new byte[0], true)))
                .satisfies(asked -> assertThat(
                                Objects.requireNonNull(desk.ask(client, asked)).has(Attribute.FINGERPRINT))
                        .isTrue());
        assertThat(Desk.code(desk.ask(
                        client, Desk.unsigned(desk.request(Method.BINDING).with(0x0003, new byte[4])))))
                .as("CHANGE-REQUEST, RFC 5780")
                .isEqualTo(420);
    }
}
