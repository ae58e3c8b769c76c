package chat.passerby.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/// Whatever comes in, [Codec] answers with a message or a refusal in its own words, and throws nothing.
class CodecFuzzTest {
    private static final JsonMapper STRICT = StrictJson.mapper();
    private static final Set<Refusal> CODES =
            Set.of(Refusal.MALFORMED, Refusal.UNKNOWN_TYPE, Refusal.UNKNOWN_FIELD, Refusal.INVALID);
    private static final List<String> NAMES = Stream.concat(
                    Stream.of("type", "x", "__proto__", "@class", ""),
                    Vocabulary.messages(ClientMessage.class).stream()
                            .flatMap(message -> Vocabulary.fields(message).stream())
                            .map(field -> field.getName()))
            .distinct()
            .toList();
    private static final List<String> TYPES = Vocabulary.messages(ClientMessage.class).stream()
            .map(Vocabulary::discriminator)
            .collect(Collectors.toList());

    private final Codec codec = new Codec();

    @Property
    void any_text(@ForAll String text) {
        isAnswered(codec.decode(text));
    }

    @Property
    void any_heap_of_json_signs(@ForAll("signs") String text) {
        isAnswered(codec.decode(text));
    }

    @Property
    void any_damage_to_a_valid_message(@ForAll("damaged") String text) {
        isAnswered(codec.decode(text));
    }

    @Property
    void any_object_of_our_own_fields(@ForAll("objects") String text) {
        isAnswered(codec.decode(text));
    }

    /// Only names of types and fields come back: a log of refusals tells nothing about anybody.
    @Property
    void no_value_is_repeated(@ForAll("secretive") String text) {
        if (codec.decode(text) instanceof Decoded.Invalid invalid)
            assertThat(invalid.detail()).doesNotContain("SECRET").doesNotContain("424242");
    }

    @Property
    void what_a_client_says_arrives(@ForAll("clients") ClientMessage message) {
        String text = STRICT.writerFor(ClientMessage.class).writeValueAsString(message);

        assertThat(codec.decode(text)).isEqualTo(new Decoded.Valid(message));
    }

    @Property
    void what_the_server_says_arrives(@ForAll("server") ServerMessage message) {
        assertThat(STRICT.readValue(codec.encode(message), ServerMessage.class)).isEqualTo(message);
    }

    private static void isAnswered(Decoded decoded) {
        if (!(decoded instanceof Decoded.Invalid invalid)) return;
        assertThat(invalid.code()).isIn(CODES);
        assertThat(invalid.detail()).matches("[ -~]{1," + Bounds.DETAIL + "}");
        if (invalid.about() != null) assertThat(invalid.about()).isIn(TYPES);
    }

    @Provide
    Arbitrary<ClientMessage> clients() {
        return ArbitraryMessages.ofClients();
    }

    @Provide
    Arbitrary<ServerMessage> server() {
        return ArbitraryMessages.ofServer();
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.strings()
                .withChars("{}[]\":,\\/ \n\t0123456789.-+eEtruefalsnypNaI\u0000\ud800é")
                .ofMaxLength(60);
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> valid = Arbitraries.of(Example.valid("client."))
                .map(example -> example.content().toString());
        Arbitrary<String> noise = Arbitraries.strings()
                .withChars("{}[]\":,\\ 01.-nulltrue\u0000\udc00")
                .ofMaxLength(3);
        return Combinators.combine(
                        valid,
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(0, 3),
                        noise)
                .as((text, at, cut, sign) -> {
                    int from = at % text.length();
                    return text.substring(0, from) + sign + text.substring(Math.min(text.length(), from + cut));
                });
    }

    @Provide
    Arbitrary<String> objects() {
        return objectsWith(values());
    }

    @Provide
    Arbitrary<String> secretive() {
        return objectsWith(Arbitraries.of(
                "\"SECRET\"",
                "424242",
                "424242.5",
                "[\"SECRET\"]",
                "[424242]",
                "{\"token\":\"SECRET\"}",
                "-424242",
                "99424242424242"));
    }

    private static Arbitrary<String> objectsWith(Arbitrary<String> values) {
        Arbitrary<String> pairs =
                Combinators.combine(Arbitraries.of(NAMES), values).as((name, value) -> "\"" + name + "\":" + value);
        return Combinators.combine(Arbitraries.of(TYPES), pairs.list().ofMaxSize(6))
                .as((type, fields) -> Stream.concat(Stream.of("\"type\":\"" + type + "\""), fields.stream())
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private static Arbitrary<String> values() {
        Arbitrary<String> scalars = Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1",
                "1.0",
                "1e3",
                "2147483648",
                "\"\"",
                "\" \"",
                "\"text\"",
                "\"v=0\"",
                "\"\\ud800\"");
        return Arbitraries.lazyOf(
                () -> scalars,
                () -> scalars,
                () -> values().list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"),
                () -> values().map(value -> "{\"line\":" + value + "}"));
    }
}
