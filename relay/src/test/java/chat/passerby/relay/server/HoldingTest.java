package chat.passerby.relay.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.allocation.Allocation;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is asked of an allocation that is there.
class HoldingTest {
    private static final String PEER = "203.0.113.1";

    private final Desk desk = new Desk();
    private final Client client = Desk.client(1);

    @BeforeEach
    void allocated() {
        assertThat(desk.allocate(client, Desk.user("a"))).isZero();
    }

    private Allocation allocation() {
        return Objects.requireNonNull(client.allocation());
    }

    private StunMessage refresh(int seconds) {
        return desk.signed(client, desk.request(Method.REFRESH).with(Attribute.LIFETIME, seconds), Desk.user("a"));
    }

    private boolean permitted(String peer) {
        return allocation().permits(Desk.at(peer, 1).getAddress(), desk.now().millis());
    }

    @Test
    void it_ends_when_nobody_refreshes_it() {
        desk.pass(599);
        assertThat(allocation().over(desk.now().millis())).isFalse();
        desk.pass(1);
        assertThat(allocation().over(desk.now().millis())).isTrue();
    }

    @Test
    void a_refresh_lengthens_it() {
        desk.pass(500);
        StunMessage answer = Objects.requireNonNull(desk.ask(client, refresh(1_200)));
        assertThat(ByteBuffer.wrap(answer.value(Attribute.LIFETIME)).getInt()).isEqualTo(1_200);
        desk.pass(1_199);
        assertThat(allocation().over(desk.now().millis())).isFalse();
    }

    @Test
    void past_its_credential_it_lives_for_four_hours_and_no_longer() {
        for (int i = 0; i < 25; i++) {
            desk.pass(590);
            assertThat(Desk.code(desk.ask(client, refresh(600))))
                    .as("after %d", i)
                    .isZero();
        }
        // 14750 s; the credential ended after 600 s, so that 250 s are left.
        assertThat(allocation().secondsLeft(desk.now().millis())).isEqualTo(250);
        desk.pass(250);
        assertThat(Desk.code(desk.ask(client, refresh(600)))).isEqualTo(403);
        assertThat(allocation().over(desk.now().millis())).isTrue();
    }

    @Test
    void a_farewell_ends_it_and_may_be_said_twice() {
        StunMessage farewell = refresh(0);
        assertThat(Desk.code(desk.ask(client, farewell))).isZero();
        assertThat(client.allocation()).isNull();
        assertThat(desk.shared.quotas().all()).isZero();
        assertThat(Desk.code(desk.ask(client, farewell))).isZero();
        assertThat(Desk.code(desk.ask(client, refresh(0)))).isEqualTo(437);
        assertThat(client.stranger(desk.now().millis())).isFalse();
        desk.pass(40);
        assertThat(client.stranger(desk.now().millis())).isTrue();
    }

    @Test
    void only_who_made_it_may_use_it() {
        StunWriter request = desk.request(Method.CREATE_PERMISSION).with(Attribute.XOR_PEER_ADDRESS, Desk.at(PEER, 1));
        assertThat(Desk.code(desk.ask(client, desk.signed(client, request, Desk.user("b")))))
                .isEqualTo(441);
        assertThat(permitted(PEER)).isFalse();
        assertThat(Desk.code(desk.ask(client, desk.signed(client, desk.request(Method.REFRESH), Desk.user("b")))))
                .isEqualTo(441);
    }

    @Test
    void who_has_none_is_told() {
        Client other = Desk.client(2);
        for (Method method : new Method[] {Method.REFRESH, Method.CREATE_PERMISSION, Method.CHANNEL_BIND})
            assertThat(Desk.code(desk.ask(other, desk.signed(other, desk.request(method), Desk.user("a")))))
                    .isEqualTo(437);
    }

    @Test
    void a_permission_is_for_five_minutes() {
        assertThat(desk.permit(client, PEER, "203.0.113.2")).isZero();
        desk.pass(299);
        assertThat(permitted(PEER) && permitted("203.0.113.2")).isTrue();
        assertThat(desk.permit(client, PEER)).isZero();
        desk.pass(1);
        assertThat(permitted(PEER)).isTrue();
        assertThat(permitted("203.0.113.2")).isFalse();
    }

    @Test
    void one_peer_that_may_not_be_reached_and_none_is_permitted() {
        assertThat(desk.permit(client, PEER, "10.0.0.1")).isEqualTo(403);
        assertThat(permitted(PEER)).isFalse();
        assertThat(desk.permit(client, PEER, "2001:db8::1")).isEqualTo(443);
        assertThat(desk.permit(client)).isEqualTo(400);
        assertThat(permitted(PEER)).isFalse();
    }

    @Test
    void a_channel_is_for_ten_minutes_and_its_permission_for_five() {
        long now = desk.now().millis();
        assertThat(desk.bind(client, 0x4001, PEER, 7)).isZero();
        assertThat(allocation().channel(0x4001, now)).isNotNull();
        assertThat(allocation().channel(Desk.at(PEER, 7), now)).isNotNull();
        assertThat(allocation().channel(Desk.at(PEER, 8), now)).isNull();
        desk.pass(300);
        assertThat(allocation().channel(0x4001, desk.now().millis())).isNull();
        assertThat(desk.permit(client, PEER)).isZero();
        assertThat(allocation().channel(0x4001, desk.now().millis())).isNotNull();
        desk.pass(299);
        assertThat(desk.permit(client, PEER)).isZero();
        desk.pass(1);
        assertThat(allocation().channel(0x4001, desk.now().millis())).isNull();
    }

    @Test
    void a_channel_stands_for_one_peer_and_a_peer_for_one_channel() {
        assertThat(desk.bind(client, 0x4001, PEER, 7)).isZero();
        assertThat(desk.bind(client, 0x4001, PEER, 7)).isZero();
        assertThat(desk.bind(client, 0x4001, PEER, 8)).isEqualTo(400);
        assertThat(desk.bind(client, 0x4002, PEER, 7)).isEqualTo(400);
        assertThat(desk.bind(client, 0x4002, PEER, 8)).isZero();
        desk.pass(600);
        assertThat(desk.bind(client, 0x4001, PEER, 9)).isZero();
        assertThat(allocation().channel(Desk.at(PEER, 7), desk.now().millis())).isNull();
    }

    @Test
    void numbers_that_are_none_and_peers_that_may_not_be_reached() {
        for (int number : new int[] {0, 0x3fff, 0x8000, 0xffff})
            assertThat(desk.bind(client, number, PEER, 7)).isEqualTo(400);
        assertThat(desk.bind(client, 0x4001, "127.0.0.1", 7)).isEqualTo(403);
        assertThat(desk.bind(client, 0x4001, "2001:db8::1", 7)).isEqualTo(443);
        assertThat(allocation().channel(0x4001, desk.now().millis())).isNull();
    }

    @Test
    void ourselves_only_where_somebody_waits() {
        String relay = Desk.RELAY.getHostAddress();
        Client other = Desk.client(2);
        assertThat(desk.permit(client, relay)).isZero();
        int there = Objects.requireNonNull(client.allocation()).relayed().getPort();
        assertThat(desk.bind(client, 0x4001, relay, there)).isZero();
        int nobody = there == 50_000 ? 50_001 : 50_000;
        assertThat(desk.bind(client, 0x4002, relay, nobody)).isEqualTo(403);
        assertThat(desk.bind(client, 0x4002, relay, 22)).isEqualTo(403);
        assertThat(desk.permit(client, "10.0.0.5")).as("behind the NAT").isEqualTo(403);

        desk.allocate(other, Desk.user("a"));
        int now = Objects.requireNonNull(other.allocation()).relayed().getPort();
        assertThat(desk.bind(client, 0x4002, relay, now)).isZero();
    }

    @Test
    void permissions_and_channels_are_bounded() {
        int granted = 0;
        for (int i = 0; i < 256; i++) if (desk.permit(client, "203.0.113." + i) == 0) granted++;
        assertThat(granted).isEqualTo(128);
        desk.pass(300);
        assertThat(desk.permit(client, "203.0.113.255")).isZero();
        int bound = 0;
        desk.pass(20);
        for (int i = 0; i < 200; i++) if (desk.bind(client, 0x4000 + i, "203.0.113.255", 1_000 + i) == 0) bound++;
        assertThat(bound).isEqualTo(128);
        desk.pass(20);
        assertThat(desk.bind(client, 0x4ffe, "203.0.113.255", 1)).isEqualTo(508);
    }

    @Test
    void a_refresh_for_the_other_family_is_a_mismatch() {
        StunWriter request = desk.request(Method.REFRESH).with(Attribute.REQUESTED_ADDRESS_FAMILY, 0x02000000);
        assertThat(Desk.code(desk.ask(client, desk.signed(client, request, Desk.user("a")))))
                .isEqualTo(443);
    }
}
