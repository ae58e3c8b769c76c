package chat.passerby.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.limits.Limit;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `docs/protocol.md` tells of everything that there is, and of nothing else.
class ProtocolPageTest {
    private final String page;

    ProtocolPageTest() throws IOException {
        page = Files.readString(Example.ROOT.resolve("docs/protocol.md"));
    }

    @TestFactory
    Stream<DynamicTest> every_message_a_client_says_is_told() {
        return messages(ClientMessage.class, chapter("What a client says"));
    }

    @TestFactory
    Stream<DynamicTest> every_message_the_server_says_is_told() {
        return messages(ServerMessage.class, chapter("What the server says"));
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_has_a_row(Refusal refusal) {
        assertThat(chapter("Refusals")).contains("\n| `" + Vocabulary.constant(refusal) + "` | ");
    }

    @ParameterizedTest
    @EnumSource
    void every_close_code_has_a_row(CloseCause cause) {
        assertThat(chapter("Close codes")).contains("\n| " + cause.code() + " | ");
    }

    @ParameterizedTest
    @EnumSource
    void every_limit_has_a_row_with_its_numbers(Limit limit) {
        assertThat(chapter("Limits"))
                .containsPattern("\n\\| `%s` \\| [^|]+ \\| %s \\| %s \\|"
                        .formatted(
                                limit.name().toLowerCase(Locale.ROOT),
                                number(limit.burst()),
                                number(limit.perMinute())));
    }

    private Stream<DynamicTest> messages(Class<?> side, String chapter) {
        assertThat(Pattern.compile("(?m)^### (.+)$")
                        .matcher(chapter)
                        .results()
                        .flatMap(heading -> Stream.of(heading.group(1).split(" and "))))
                .containsExactlyInAnyOrderElementsOf(Vocabulary.messages(side).stream()
                        .map(message -> "`" + Vocabulary.discriminator(message) + "`")
                        .toList());
        return Vocabulary.messages(side).stream()
                .map(message -> DynamicTest.dynamicTest(
                        Vocabulary.name(message), () -> isTold(message, section(chapter, message))));
    }

    private static void isTold(Class<?> message, String section) {
        for (RecordComponent field : Vocabulary.fields(message)) {
            hasRow(section, field.getName(), field);
            Class<?> part = Vocabulary.elementOf(field);
            if (part == IceServer.class) continue; // told once, in the words of `waiting`
            if (part.isRecord())
                for (RecordComponent inner : Vocabulary.fields(part))
                    hasRow(section, field.getName() + "." + inner.getName(), inner);
            if (part.isEnum() && part != Refusal.class)
                Vocabulary.constants(part)
                        .forEach(constant -> assertThat(section).contains("`" + constant + "`"));
        }
    }

    private static void hasRow(String section, String name, RecordComponent field) {
        List<String> kinds = Pattern.compile("(?m)^\\| `" + Pattern.quote(name) + "` \\| ([^|]*) \\|")
                .matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        assertThat(kinds).as("rows of %s", name).hasSize(1);
        assertThat(kinds.getFirst().contains("optional"))
                .as("%s is optional", name)
                .isEqualTo(StrictJson.isOptional(field));
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String chapter(String title) {
        return between(page, "\n## " + title + "\n", "\n## ");
    }

    private static String section(String chapter, Class<?> message) {
        String heading = Pattern.compile("\n### .*`" + Vocabulary.discriminator(message) + "`.*\n")
                .matcher(chapter)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        return between(chapter, heading, "\n### ");
    }

    private static String between(String text, String start, String end) {
        assertThat(text).contains(start);
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf(end, from);
        return "\n" + (to < 0 ? text.substring(from) : text.substring(from, to));
    }
}
