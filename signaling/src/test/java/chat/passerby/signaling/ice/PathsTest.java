package chat.passerby.signaling.ice;

import static chat.passerby.signaling.protocol.MediaPath.DIRECT;
import static chat.passerby.signaling.protocol.MediaPath.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.config.PathRule;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What is offered, to whom it is granted, and what it means for a room.
class PathsTest {
    private final AtomicBoolean relayWorks = new AtomicBoolean(true);

    private Paths paths(PathRule rule) {
        return new Paths(rule, relayWorks::get, false);
    }

    @Test
    void each_chooses_as_long_as_a_relay_works() {
        Paths paths = paths(PathRule.CHOICE);
        assertThat(paths.offered()).containsExactly(DIRECT, PRIVATE);
        assertThat(paths.grant(DIRECT)).isEqualTo(DIRECT);
        assertThat(paths.grant(PRIVATE)).isEqualTo(PRIVATE);
        assertThat(paths.grant(null)).isEqualTo(DIRECT);

        relayWorks.set(false);
        assertThat(paths.offered()).containsExactly(DIRECT);
        assertThat(paths.grant(DIRECT)).isEqualTo(DIRECT);
        assertThat(paths.grant(PRIVATE)).isNull();
    }

    @Test
    void a_hoster_who_promises_nothing_offers_no_private_path() {
        Paths paths = paths(PathRule.DIRECT);
        assertThat(paths.offered()).containsExactly(DIRECT);
        assertThat(paths.grant(PRIVATE)).isNull();
        assertThat(paths.grant(null)).isEqualTo(DIRECT);
    }

    @Test
    void a_hoster_who_hides_everybody_lets_nobody_go_straight() {
        Paths paths = paths(PathRule.PRIVATE);
        assertThat(paths.offered()).containsExactly(PRIVATE);
        assertThat(paths.grant(DIRECT)).isEqualTo(PRIVATE);
        assertThat(paths.grant(null)).isEqualTo(PRIVATE);

        relayWorks.set(false);
        assertThat(paths.offered()).isEmpty();
        assertThat(paths.grant(DIRECT)).isNull();
        assertThat(paths.grant(PRIVATE)).isNull();
        assertThat(paths.grant(null)).isNull();
    }

    @Test
    void a_room_is_relayed_if_either_hides() {
        Paths paths = paths(PathRule.CHOICE);
        assertThat(paths.between(DIRECT, DIRECT).relayed()).isFalse();
        assertThat(paths.between(DIRECT, PRIVATE).relayed()).isTrue();
        assertThat(paths.between(PRIVATE, DIRECT).relayed()).isTrue();
        assertThat(paths.between(PRIVATE, PRIVATE).relayed()).isTrue();
    }

    @Test
    void a_room_from_before_the_hoster_hid_everybody_is_relayed() {
        assertThat(paths(PathRule.PRIVATE).between(DIRECT, DIRECT).relayed()).isTrue();
    }
}
