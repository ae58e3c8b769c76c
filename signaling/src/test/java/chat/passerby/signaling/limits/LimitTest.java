package chat.passerby.signaling.limits;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Bounds;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The table: wide enough for people, and for a campus behind one address.
class LimitTest {
    /// A tab that lost its server tries again after 0.25 s, 0.5 s and so on, then every 10 s: less than this.
    private static final int RECONNECTS = 12;

    private record Need(int burst, int perMinute) {
        static Need of(Limit... rows) {
            return new Need(
                    Stream.of(rows).mapToInt(Limit::burst).sum(),
                    Stream.of(rows).mapToInt(Limit::perMinute).sum());
        }
    }

    /// What one session may want of a network's row. A new row must have its need stated here.
    private static Need need(Limit row) {
        return switch (row) {
            case PAIRING -> Need.of(Limit.FIND, Limit.NEXT);
            case REPORTS, FRAMES -> Need.of(Limit.REPORT);
            // A hoster's browser, once and once more.
            case CHECK -> new Need(3, 1);
            // Somebody looks through their reports, and a page that is sent away looks whether it still is
            case CODES -> new Need(30, 6);
            case APPEALS -> new Need(2, 1);
            case NOTICES -> new Need(3, 0);
            // Opening a case and its pictures, and looking again each minute.
            case CONSOLE -> new Need(60, 60);
            // An invitation or a challenge, and what was signed.
            case SIGN_IN -> new Need(2, 1);
            case CONNECT, SESSION -> new Need(RECONNECTS, RECONNECTS);
            default -> throw new AssertionError("nobody said what one session needs of " + row);
        };
    }

    private static Stream<Limit> ofNetworks() {
        return Stream.of(Limit.values()).filter(row -> row.scope() == Limit.Scope.NETWORK);
    }

    @ParameterizedTest
    @MethodSource("ofNetworks")
    void a_network_may_do_ten_times_what_one_session_may(Limit row) {
        assertThat(row.burst()).isGreaterThanOrEqualTo(10 * need(row).burst());
        assertThat(row.perMinute()).isGreaterThanOrEqualTo(10 * need(row).perMinute());
    }

    @ParameterizedTest
    @EnumSource
    void every_bucket_fills_before_an_unseen_network_is_forgotten(Limit row) {
        assertThat(row.burst()).isLessThan(10 * row.perMinute());
    }

    @Test
    void a_tab_that_comes_back_may_send_every_line_that_it_kept() {
        assertThat(Limit.CHAT.burst()).isGreaterThanOrEqualTo(Bounds.LINES);
        assertThat(Limit.MESSAGE.burst()).isGreaterThanOrEqualTo(2 * Bounds.LINES);
    }

    @Test
    void two_negotiations_in_a_row_may_have_all_their_candidates() {
        assertThat(Limit.CANDIDATE.burst()).isGreaterThanOrEqualTo(2 * Bounds.CANDIDATES);
        assertThat(Limit.MESSAGE.burst()).isGreaterThanOrEqualTo(2 * Bounds.CANDIDATES);
    }
}
