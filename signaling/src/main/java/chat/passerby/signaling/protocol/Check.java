package chat.passerby.signaling.protocol;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The checks that the messages' constructors share. Each throws [InvalidField], naming the field and the rule, never
/// the value.
final class Check {
    static final String KEY_128 = "[A-Za-z0-9_-]{22}";
    static final String KEY_256 = "[A-Za-z0-9_-]{43}";
    static final String LANE = "[A-Za-z0-9_-]{8,64}";
    static final String LANGUAGE = "[a-z]{2,3}";

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Check() {}

    static void room(String room) {
        matches("room", room, KEY_128);
    }

    static void matches(String field, @Nullable String value, String pattern) {
        if (value != null && !Pattern.matches(pattern, value)) throw new InvalidField(field, "must match " + pattern);
    }

    static void atLeast(String field, long value, long least) {
        if (value < least) throw new InvalidField(field, "must be at least " + least);
    }

    static void between(String field, int value, int least, int most) {
        if (value < least || value > most) throw new InvalidField(field, "must be between " + least + " and " + most);
    }

    /// Words for a person: not blank, bounded, and text that UTF-8 can carry.
    static void text(String field, String value, int most) {
        if (value.isBlank()) throw new InvalidField(field, "must not be blank");
        length(field, value, 1, most);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(CharBuffer.wrap(value)))
            throw new InvalidField(field, "must be well-formed Unicode");
    }

    /// A code for a machine: printable ASCII.
    static void code(String field, String value, int least, int most) {
        length(field, value, least, most);
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f))
            throw new InvalidField(field, "must be printable ASCII");
    }

    /// A session description (RFC 8866) that asks for one audio, one video and one data section at most.
    static void sdp(String field, String value, int most) {
        length(field, value, 1, most);
        if (!value.startsWith("v=0")) throw new InvalidField(field, "must start with v=0");
        if (!value.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\r' || c == '\n'))
            throw new InvalidField(field, "must be lines of printable ASCII");
        List<String> kinds = value.lines()
                .filter(line -> line.startsWith("m="))
                .map(line -> line.substring(2).split(" ", 2)[0])
                .toList();
        for (String kind : kinds)
            if (!Stream.of("audio", "video", "application").anyMatch(kind::equals))
                throw new InvalidField(field, "must have audio, video and application sections only");
        if (kinds.stream().distinct().count() < kinds.size())
            throw new InvalidField(field, "must have one section of a kind at most");
    }

    static <T> List<T> list(String field, List<T> values, int least, int most) {
        if (values.size() < least) throw new InvalidField(field, "must have at least " + least);
        if (values.size() > most) throw new InvalidField(field, "must have at most " + most);
        if (values.stream().anyMatch(Objects::isNull)) throw new InvalidField(field, "must not hold null");
        return List.copyOf(values);
    }

    /// Tags as they are compared: NFKC, lower-case, single spaces, each once.
    static List<String> interests(List<String> tags) {
        return list("interests", tags, 0, Bounds.INTERESTS).stream()
                .map(Check::interest)
                .distinct()
                .toList();
    }

    private static String interest(String tag) {
        length("interests", tag, 1, Bounds.INTEREST * 4);
        text("interests", tag, Bounds.INTEREST * 4);
        String normal = SPACES.matcher(Normalizer.normalize(tag, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        text("interests", normal, Bounds.INTEREST);
        if (normal.codePoints().anyMatch(Check::unprintable))
            throw new InvalidField("interests", "must not hold control characters");
        return normal;
    }

    private static boolean unprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void length(String field, String value, int least, int most) {
        if (value.length() < least) throw new InvalidField(field, "must not be empty");
        if (value.length() > most) throw new InvalidField(field, "must have at most " + most + " characters");
    }
}
