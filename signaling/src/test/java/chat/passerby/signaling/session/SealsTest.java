package chat.passerby.signaling.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.protocol.SealedLine;
import chat.passerby.signaling.protocol.Side;
import java.nio.file.Path;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A seal holds for one line in one room, and breaks with any change.
class SealsTest {
    private static final RoomId ROOM = new RoomId("AAAAAAAAAAAAAAAAAAAAAA");
    private static final long AT = 1_795_000_000_000L;

    private final Seals seals = new Seals(Secrets.ephemeral());

    private SealedLine line(Side from, int line, long at, String text) {
        return new SealedLine(from, line, at, text, seals.seal(ROOM, from, line, at, text));
    }

    private static SealedLine under(String seal, SealedLine line) {
        return new SealedLine(line.from(), line.line(), line.at(), line.text(), seal);
    }

    @Test
    void it_holds_for_what_was_sealed() {
        assertThat(seals.holds(ROOM, line(Side.B, 7, AT, "Grüße, 你好 👋"))).isTrue();
    }

    @Test
    void it_breaks_with_another_room_seat_line_or_time() {
        SealedLine line = line(Side.A, 1, AT, "hello");

        assertThat(seals.holds(new RoomId("AAAAAAAAAAAAAAAAAAAAAB"), line)).isFalse();
        assertThat(seals.holds(ROOM, new SealedLine(Side.B, 1, AT, "hello", line.seal())))
                .isFalse();
        assertThat(seals.holds(ROOM, new SealedLine(Side.A, 2, AT, "hello", line.seal())))
                .isFalse();
        assertThat(seals.holds(ROOM, new SealedLine(Side.A, 1, AT + 1, "hello", line.seal())))
                .isFalse();
    }

    @Property(tries = 300)
    void it_breaks_with_another_text(
            @ForAll @NotBlank @StringLength(max = 40) String text,
            @ForAll @NotBlank @StringLength(max = 40) String other) {
        Assume.that(wellFormed(text) && wellFormed(other) && !text.equals(other));

        assertThat(seals.holds(ROOM, under(seals.seal(ROOM, Side.A, 1, AT, text), line(Side.A, 1, AT, other))))
                .isFalse();
    }

    @Property(tries = 300)
    void it_breaks_with_any_one_character_changed(
            @ForAll @NotBlank @StringLength(max = 40) String text, @ForAll @IntRange(max = 39) int place) {
        Assume.that(wellFormed(text) && place < text.length() && text.charAt(place) != 'x');
        String changed = text.substring(0, place) + "x" + text.substring(place + 1);
        Assume.that(wellFormed(changed));
        SealedLine line = line(Side.A, 1, AT, text);

        assertThat(seals.holds(ROOM, line)).isTrue();
        assertThat(seals.holds(ROOM, under(line.seal(), line(Side.A, 1, AT, changed))))
                .isFalse();
    }

    /// The bounds of the protocol refuse what is not well-formed before it comes here.
    private static boolean wellFormed(String text) {
        return !text.isBlank() && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @Test
    void it_breaks_with_any_change_of_its_own() {
        SealedLine line = line(Side.A, 1, AT, "hello");
        String seal = line.seal();

        for (int i = 0; i < seal.length(); i++)
            for (char c : "A1-".toCharArray())
                if (seal.charAt(i) != c)
                    assertThat(seals.holds(ROOM, under(seal.substring(0, i) + c + seal.substring(i + 1), line)))
                            .as("%s at %d", c, i)
                            .isFalse();
        assertThat(seals.holds(ROOM, under(seal + "A", line))).isFalse();
        assertThat(seals.holds(ROOM, under(seal + "=", line))).isFalse();
        assertThat(seals.holds(ROOM, under(seal.substring(1), line))).isFalse();
    }

    @Test
    void it_holds_after_a_restart_and_not_on_another_server(@TempDir Path data) throws Exception {
        Seals before = new Seals(Secrets.load(data));
        String seal = before.seal(ROOM, Side.A, 1, AT, "hello");
        SealedLine line = new SealedLine(Side.A, 1, AT, "hello", seal);

        assertThat(new Seals(Secrets.load(data)).holds(ROOM, line)).isTrue();
        assertThat(seals.holds(ROOM, line)).isFalse();
    }

    @Test
    void it_has_128_bits_and_names_the_version_of_its_key() {
        assertThat(seals.seal(ROOM, Side.A, 1, AT, "hello")).matches("1\\.[A-Za-z0-9_-]{22}");
        assertThat(seals.seal(ROOM, Side.A, Integer.MAX_VALUE, Long.MAX_VALUE, "x".repeat(Bounds.TEXT)))
                .hasSizeLessThanOrEqualTo(Bounds.SEAL);
    }
}
