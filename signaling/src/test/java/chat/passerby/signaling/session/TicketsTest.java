package chat.passerby.signaling.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.protocol.Side;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A ticket opens for its own token, for five minutes, as it was issued, or not at all.
class TicketsTest {
    private static final long ISSUED = 1_795_000_000_000L;
    private static final String TOKEN = Secrets.random(256);
    private static final RoomTicket TICKET = ticket("", List.of("chess", "tea"), List.of("en"));

    private final Tickets tickets = new Tickets(Secrets.ephemeral());

    private static RoomTicket ticket(String lane, List<String> interests, List<String> languages) {
        return new RoomTicket(
                new RoomId(Secrets.random(128)),
                Mode.VIDEO,
                lane,
                Side.A,
                holder(Long.MIN_VALUE),
                interests,
                languages,
                holder(Long.MIN_VALUE + 1),
                Secrets.hash(TOKEN),
                ISSUED);
    }

    /// Nobody's is longer.
    private static RoomTicket.Holder holder(long visitor) {
        Aliases aliases = new Aliases();
        String alias = longest(aliases.adjectives()) + longest(aliases.animals()) + 999;
        return new RoomTicket.Holder(
                new VisitorId(visitor),
                alias,
                MediaPath.PRIVATE,
                Role.LISTEN,
                new BrowserId(Secrets.random(128)),
                new NetworkId(Secrets.random(128)));
    }

    private static String longest(List<String> words) {
        return words.stream().reduce("", (one, other) -> one.length() > other.length() ? one : other);
    }

    private Tickets.Opened open(String text, String token, long now) {
        return tickets.open(text, token, now);
    }

    private void isInvalid(String text) {
        assertThat(open(text, TOKEN, ISSUED)).isEqualTo(new Tickets.Opened.Bad(NoRoom.INVALID));
    }

    @Test
    void it_opens_as_it_was_issued() {
        assertThat(open(tickets.issue(TICKET), TOKEN, ISSUED)).isEqualTo(new Tickets.Opened.Good(TICKET));
    }

    @Test
    void it_is_good_for_five_minutes_and_not_a_moment_longer() {
        String text = tickets.issue(TICKET);

        assertThat(open(text, TOKEN, ISSUED + 300_000)).isEqualTo(new Tickets.Opened.Good(TICKET));
        assertThat(open(text, TOKEN, ISSUED + 300_001)).isEqualTo(new Tickets.Opened.Bad(NoRoom.EXPIRED));
        assertThat(Tickets.RENEWED).isLessThan(Tickets.VALID.dividedBy(2));
    }

    @Test
    void it_opens_for_no_other_token_even_when_expired() {
        String text = tickets.issue(TICKET);

        assertThat(open(text, Secrets.random(256), ISSUED)).isEqualTo(new Tickets.Opened.Bad(NoRoom.INVALID));
        assertThat(open(text, "", ISSUED + 600_000)).isEqualTo(new Tickets.Opened.Bad(NoRoom.INVALID));
    }

    @Test
    void it_breaks_with_a_bit_of_any_byte_changed() {
        byte[] whole = Base64.getUrlDecoder().decode(tickets.issue(TICKET));

        for (int bit = 0; bit < whole.length * 8; bit += 7) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            isInvalid(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
    }

    @Test
    void it_breaks_where_something_is_missing_or_added() {
        String text = tickets.issue(TICKET);

        for (int length = 0; length < text.length(); length++) isInvalid(text.substring(0, length));
        isInvalid(text + "AAAA");
        isInvalid("AAAA" + text);
        isInvalid(text + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "====", "not base64!", "\u0000", "AAAAAAAAAAAAAAAA", "{\"room\":\"x\"}", "ſ"})
    void what_is_no_ticket_is_invalid(String garbage) {
        isInvalid(garbage);
    }

    @Property(tries = 300)
    void nothing_else_makes_it_throw(@ForAll @StringLength(max = Bounds.TICKET) String garbage) {
        isInvalid(garbage);
    }

    @Test
    void it_survives_a_restart_and_is_nothing_to_another_server(@TempDir Path data) throws Exception {
        String text = new Tickets(Secrets.load(data)).issue(TICKET);

        assertThat(new Tickets(Secrets.load(data)).open(text, TOKEN, ISSUED))
                .isEqualTo(new Tickets.Opened.Good(TICKET));
        isInvalid(text);
    }

    @Test
    void nobody_can_recognise_a_partner_in_it() {
        String one = tickets.issue(TICKET);
        String other = tickets.issue(TICKET);

        assertThat(one).isNotEqualTo(other);
        assertThat(new String(Base64.getUrlDecoder().decode(one), StandardCharsets.ISO_8859_1))
                .doesNotContain(TICKET.partner().browser().value())
                .doesNotContain(TICKET.partner().alias())
                .doesNotContain("chess");
    }

    @Test
    void presented_again_it_brings_nobody_back_a_second_time() {
        Sessions sessions = new Sessions(new SplittableRandom(1), () -> 0);
        NetworkId network = new NetworkId("network");
        String text = tickets.issue(TICKET);

        for (boolean first : new boolean[] {true, false}) {
            Tickets.Opened.Good good = (Tickets.Opened.Good) open(text, TOKEN, ISSUED);
            assertThat(sessions.restore(good.ticket(), network).isPresent()).isEqualTo(first);
        }
    }

    /// Interests that take the most room, in UTF-8 and in JSON: of three bytes, of four for two units, and escaped.
    @ParameterizedTest
    @ValueSource(strings = {"語", "😀", "\"", "\\"})
    void the_largest_one_fits_into_the_protocol(String widest) {
        List<String> interests = IntStream.range(0, Bounds.INTERESTS)
                .mapToObj(i -> i + widest.repeat((Bounds.INTEREST - 1) / widest.length()))
                .toList();
        List<String> languages = IntStream.range(0, Bounds.LANGUAGES)
                .mapToObj(i -> "aa" + (char) ('a' + i))
                .toList();
        RoomTicket largest = ticket("x".repeat(Bounds.LANE), interests, languages);

        String text = tickets.issue(largest);

        assertThat(text).hasSizeLessThanOrEqualTo(Bounds.TICKET);
        assertThat(open(text, TOKEN, ISSUED)).isEqualTo(new Tickets.Opened.Good(largest));
    }
}
