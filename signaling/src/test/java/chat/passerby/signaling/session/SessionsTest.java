package chat.passerby.signaling.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.protocol.Side;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final BrowserId BROWSER = new BrowserId("browser");
    private static final NetworkId NETWORK = new NetworkId("network");

    private final Sessions sessions = new Sessions(new SplittableRandom(5), () -> 1_000);
    private final Sessions.Issued first = sessions.open(BROWSER, NETWORK, "");
    private final Session session = first.session();

    private String resume(String token) {
        Sessions.Issued issued = sessions.resume(token, BROWSER, "").orElseThrow();
        assertThat(issued.session()).isSameAs(session);
        return issued.token();
    }

    private boolean isGood(String token) {
        return sessions.resume(token, BROWSER, "").isPresent();
    }

    private static RoomTicket ticketOf(Session session) {
        return new RoomTicket(
                new RoomId("room"),
                Mode.TEXT,
                session.lane(),
                Side.A,
                new RoomTicket.Holder(
                        session.visitor(),
                        session.alias(),
                        MediaPath.DIRECT,
                        Role.CHAT,
                        session.browser(),
                        session.network()),
                List.of(),
                List.of(),
                new RoomTicket.Holder(
                        new VisitorId(2),
                        "CalmOtter42",
                        MediaPath.DIRECT,
                        Role.CHAT,
                        new BrowserId("other"),
                        new NetworkId("other")),
                session.token(),
                1_000);
    }

    @Test
    void a_new_session_has_an_alias_and_a_token_of_256_bits_of_which_only_the_hash_is_kept() {
        assertThat(first.token()).matches("[A-Za-z0-9_-]{43}");
        assertThat(session.token()).isEqualTo(Secrets.hash(first.token()));
        assertThat(session.token().value()).isNotEqualTo(first.token());
        assertThat(session.alias()).isNotBlank();
        assertThat(sessions.get(session.visitor())).isSameAs(session);
        assertThat(sessions.size()).isEqualTo(1);
    }

    @Test
    void two_sessions_of_one_browser_are_two() {
        Session other = sessions.open(BROWSER, NETWORK, "").session();

        assertThat(other.visitor()).isNotEqualTo(session.visitor());
        assertThat(sessions.size()).isEqualTo(2);
    }

    @Test
    void each_resume_gives_a_new_token() {
        String second = resume(first.token());

        assertThat(second).isNotEqualTo(first.token());
        assertThat(session.token()).isEqualTo(Secrets.hash(second));
        assertThat(sessions.size()).isEqualTo(1);
    }

    @Test
    void the_token_before_is_good_until_the_first_message_under_the_new_one() {
        String second = resume(first.token());
        sessions.confirm(session);

        assertThat(isGood(first.token())).isFalse();
        assertThat(isGood(second)).isTrue();
    }

    @Test
    void a_socket_that_dies_before_the_new_token_came_loses_nothing_however_often() {
        String lost = resume(first.token());
        for (int i = 0; i < 10; i++) {
            String next = resume(first.token());
            assertThat(isGood(lost)).isFalse();
            lost = next;
        }
        sessions.confirm(session);
        assertThat(isGood(lost)).isTrue();
    }

    @Test
    void who_presents_the_new_token_has_it_and_the_one_before_is_over() {
        String second = resume(first.token());
        String third = resume(second);

        assertThat(isGood(first.token())).isFalse();
        assertThat(isGood(third)).isTrue();
    }

    @Test
    void a_token_is_no_use_in_another_browser_or_lane_and_is_not_spent_by_trying() {
        assertThat(sessions.resume(first.token(), new BrowserId("another"), "")).isEmpty();
        assertThat(sessions.resume(first.token(), BROWSER, "quality")).isEmpty();
        assertThat(isGood(first.token())).isTrue();
    }

    @Test
    void a_token_never_issued_is_unknown() {
        assertThat(sessions.resume(Secrets.random(256), BROWSER, "")).isEmpty();
        assertThat(sessions.resume(session.token().value(), BROWSER, "")).isEmpty();
        assertThat(sessions.resume("", BROWSER, "")).isEmpty();
    }

    @Test
    void a_new_socket_refills_no_limit() {
        while (session.allowance().spend(Limit.FIND, 1_000)) {}

        resume(first.token());

        assertThat(session.allowance().spend(Limit.FIND, 1_000)).isFalse();
    }

    @Test
    void a_session_without_a_socket_stays_until_it_is_closed_and_then_no_token_is_good() {
        String second = resume(first.token());
        sessions.detach(session);
        assertThat(sessions.size()).isEqualTo(1);

        sessions.close(session.visitor());

        assertThat(sessions.size()).isZero();
        assertThat(sessions.get(session.visitor())).isNull();
        assertThat(isGood(first.token())).isFalse();
        assertThat(isGood(second)).isFalse();
    }

    @Test
    void a_session_that_was_resumed_meanwhile_is_not_closed() {
        sessions.detach(session);
        String second = resume(first.token());

        sessions.close(session.visitor());

        assertThat(isGood(second)).isTrue();
    }

    @Test
    void a_session_is_ended_under_its_socket() {
        sessions.end(session.visitor());
        sessions.end(session.visitor());

        assertThat(sessions.size()).isZero();
        assertThat(isGood(first.token())).isFalse();
    }

    @Test
    void a_replaced_tab_has_a_spare_token_that_outlives_the_first_message_of_the_other() {
        resume(first.token());
        String spare = sessions.spare(session);
        sessions.confirm(session);

        assertThat(isGood(first.token())).isFalse();
        assertThat(isGood(spare)).isTrue();
    }

    @Test
    void who_presents_the_spare_token_has_the_session_and_the_other_tokens_are_over() {
        String second = resume(first.token());
        String spare = sessions.spare(session);
        String third = resume(spare);

        assertThat(isGood(first.token())).isFalse();
        assertThat(isGood(second)).isFalse();
        assertThat(session.token()).isEqualTo(Secrets.hash(third));
        sessions.confirm(session);
        assertThat(isGood(spare)).isFalse();
        assertThat(isGood(third)).isTrue();
    }

    @Test
    void the_spare_token_is_good_until_the_first_message_under_the_new_one() {
        String spare = sessions.spare(session);
        String lost = resume(spare);
        String next = resume(spare);

        assertThat(isGood(lost)).isFalse();
        assertThat(isGood(next)).isTrue();
    }

    @Test
    void a_cut_of_the_other_tab_does_not_take_the_spare_token_away() {
        String spare = sessions.spare(session);
        String second = resume(first.token());
        sessions.confirm(session);
        resume(second);
        sessions.confirm(session);

        assertThat(isGood(spare)).isTrue();
    }

    @Test
    void there_is_one_spare_token_the_newest() {
        String older = sessions.spare(session);
        String newer = sessions.spare(session);

        assertThat(isGood(older)).isFalse();
        assertThat(isGood(newer)).isTrue();
    }

    @Test
    void a_spare_token_ends_with_its_session_and_an_ended_one_gets_none() {
        String before = sessions.spare(session);
        sessions.end(session.visitor());
        String after = sessions.spare(session);

        assertThat(isGood(before)).isFalse();
        assertThat(isGood(after)).isFalse();
    }

    @Test
    void a_ticket_brings_a_session_back_as_it_was() {
        Sessions after = new Sessions(new SplittableRandom(6), () -> 1_000);
        NetworkId elsewhere = new NetworkId("elsewhere");

        Session back = after.restore(ticketOf(session), elsewhere).orElseThrow().session();

        assertThat(back.visitor()).isEqualTo(session.visitor());
        assertThat(back.alias()).isEqualTo(session.alias());
        assertThat(back.browser()).isEqualTo(session.browser());
        assertThat(back.lane()).isEqualTo(session.lane());
        assertThat(back.network()).isEqualTo(elsewhere);
    }

    @Test
    void a_ticket_is_good_once() {
        Sessions after = new Sessions(new SplittableRandom(6), () -> 1_000);

        assertThat(after.restore(ticketOf(session), NETWORK)).isPresent();
        assertThat(after.restore(ticketOf(session), NETWORK)).isEmpty();
        assertThat(after.size()).isEqualTo(1);
    }

    @Test
    void a_ticket_is_no_use_while_its_session_lives() {
        assertThat(sessions.restore(ticketOf(session), NETWORK)).isEmpty();
    }

    @Test
    void the_token_of_the_ticket_is_good_until_the_first_message_under_the_new_one() {
        Sessions after = new Sessions(new SplittableRandom(6), () -> 1_000);
        Sessions.Issued back = after.restore(ticketOf(session), NETWORK).orElseThrow();

        String second = after.resume(first.token(), BROWSER, "").orElseThrow().token();
        assertThat(after.resume(back.token(), BROWSER, "")).isEmpty();

        after.confirm(back.session());
        assertThat(after.resume(first.token(), BROWSER, "")).isEmpty();
        assertThat(after.resume(second, BROWSER, "")).isPresent();
    }
}
