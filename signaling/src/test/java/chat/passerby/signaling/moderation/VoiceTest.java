package chat.passerby.signaling.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.moderation.CoolDowns.Cry;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Rule;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How many people speak, and when that is enough.
class VoiceTest {
    /// `ann@home`: a browser in a network.
    private static Voice voice(String text) {
        int at = text.indexOf('@');
        return new Voice(new BrowserId(text.substring(0, at)), new NetworkId(text.substring(at + 1)), true);
    }

    private static int weight(String... voices) {
        return Voice.weight(Stream.of(voices).map(VoiceTest::voice).toList());
    }

    private static List<Cry> cries(Reason reason, String... voices) {
        return Stream.of(voices).map(text -> new Cry(voice(text), reason)).toList();
    }

    @Test
    void each_browser_and_each_network_counts_once() {
        assertThat(weight()).isZero();
        assertThat(weight("ann@home", "ben@work", "cat@pub")).isEqualTo(3);
        assertThat(weight("ann@home", "ann@work", "ann@pub")).isEqualTo(1);
        assertThat(weight("ann@home", "ben@home", "cat@home")).isEqualTo(1);
    }

    @Test
    void twenty_from_one_network_are_one() {
        assertThat(Voice.weight(IntStream.range(0, 20)
                        .mapToObj(i -> voice("browser" + i + "@campus"))
                        .toList()))
                .isEqualTo(1);
    }

    @Test
    void three_browsers_in_three_networks_may_still_be_two_people() {
        assertThat(weight("ann@home", "ann@work", "ann@pub", "ben@home", "cat@home"))
                .isEqualTo(2);
        assertThat(weight("ann@home", "ann@work", "ben@home", "cat@work", "cat@pub"))
                .isEqualTo(3);
    }

    @Test
    void who_is_not_credible_counts_for_nobody() {
        var voices = new ArrayList<>(List.of(voice("ann@home")));
        voices.add(new Voice(new BrowserId("ben"), new NetworkId("work"), false));

        assertThat(Voice.weight(voices)).isEqualTo(1);
        assertThat(new Credibility(2, 0).counts()).isTrue();
        assertThat(new Credibility(3, 0).counts()).isFalse();
        assertThat(new Credibility(3, 1).counts()).isTrue();
    }

    @Test
    void three_people_are_enough_for_a_cool_down_and_two_are_not() {
        var rule = new CoolDowns(3);

        assertThat(rule.due(cries(Reason.HATE, "ann@home", "ben@work"))).isEmpty();
        assertThat(rule.due(cries(Reason.HATE, "ann@home", "ben@work", "cat@home")))
                .isEmpty();
        assertThat(rule.due(cries(Reason.HATE, "ann@home", "ben@work", "cat@pub")))
                .contains(Rule.HATE);
    }

    @Test
    void the_rule_is_the_one_that_most_name() {
        var cries = new ArrayList<>(cries(Reason.SPAM, "ann@home", "ben@work"));
        cries.addAll(cries(Reason.THREAT, "cat@pub"));

        assertThat(new CoolDowns(3).due(cries)).contains(Rule.SCAMS);
    }

    @Test
    void who_fears_that_the_other_will_harm_themselves_accuses_nobody() {
        assertThat(new CoolDowns(3).due(cries(Reason.SELF_HARM, "ann@home", "ben@work", "cat@pub")))
                .isEmpty();
    }

    @Test
    void a_hoster_can_have_none() {
        assertThat(new CoolDowns(0).due(cries(Reason.HATE, "ann@home", "ben@work", "cat@pub")))
                .isEmpty();
        assertThat(new CoolDowns(0).due(List.of())).isEmpty();
    }

    @Test
    void most_from_one_network_and_no_proxy_declared_looks_like_a_proxy() {
        assertThat(new Peers(100, 51, false).lookLikeAProxy()).isTrue();
        assertThat(new Peers(100, 49, false).lookLikeAProxy()).isFalse();
        assertThat(new Peers(100, 100, true).lookLikeAProxy()).isFalse();
        assertThat(new Peers(0, 0, false).lookLikeAProxy()).isTrue();
    }

    @Test
    void arrivals_are_counted_by_network_and_forgotten_within_the_hour() {
        var arrivals = new Arrivals(false);
        for (int i = 0; i < 3; i++) arrivals.arrive(new NetworkId("home"), Samples.NOON);
        arrivals.arrive(new NetworkId("work"), Samples.NOON.plusSeconds(1_900));

        assertThat(arrivals.peers(Samples.NOON.plusSeconds(1_900))).isEqualTo(new Peers(4, 3, false));
        assertThat(arrivals.peers(Samples.NOON.plusSeconds(3_800))).isEqualTo(new Peers(1, 1, false));
        assertThat(arrivals.peers(Samples.NOON.plusSeconds(9_000))).isEqualTo(new Peers(0, 0, false));
    }
}
