package chat.passerby.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class CodecTest {
    private static final String ROOM = "2w1Tsi_RlK1h2URqDM1mdA";
    private static final JsonMapper STRICT = StrictJson.mapper();

    private final Codec codec = new Codec();

    static List<Example> clients() {
        return Example.valid("client.");
    }

    static List<Example> servers() {
        return Example.valid("server.");
    }

    static List<Example> invalid() {
        return Example.invalid();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void what_a_client_may_say_is_read_whole(Example example) {
        Decoded decoded = codec.decode(example.content().toString());

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Valid.class,
                        valid -> assertThat(STRICT.readTree(
                                        STRICT.writerFor(ClientMessage.class).writeValueAsString(valid.message())))
                                .isEqualTo(example.content()));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_the_server_says_is_written_whole(Example example) {
        ServerMessage message = STRICT.treeToValue(example.content(), ServerMessage.class);

        assertThat(STRICT.readTree(codec.encode(message))).isEqualTo(example.content());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void what_is_wrong_is_refused_by_its_name(Example example) {
        Decoded decoded = codec.decode(example.text());

        assertThat(decoded)
                .isEqualTo(new Decoded.Invalid(
                        STRICT.treeToValue(example.content().required("refusal"), Refusal.class),
                        example.content().path("about").stringValue(null),
                        example.content().required("detail").stringValue()));
    }

    @Test
    void every_message_has_an_example() {
        Function<List<Example>, List<String>> types = examples -> examples.stream()
                .map(example -> example.content().required("type").stringValue())
                .distinct()
                .toList();
        assertThat(types.apply(clients())).containsExactlyInAnyOrderElementsOf(types(ClientMessage.class));
        assertThat(types.apply(servers())).containsExactlyInAnyOrderElementsOf(types(ServerMessage.class));
        assertThat(invalid())
                .extracting(
                        example -> example.name().substring(0, example.name().indexOf('.')))
                .containsAll(types(ClientMessage.class));
    }

    @Test
    void the_longest_of_everything_passes_and_one_more_does_not() {
        assertThat(codec.decode(offer(Bounds.SDP))).isInstanceOf(Decoded.Valid.class);
        assertThat(codec.decode(offer(Bounds.SDP + 1)))
                .isEqualTo(refused("offer", "sdp must have at most 32768 characters"));
        assertThat(codec.decode(deposit(Bounds.DEPOSIT))).isInstanceOf(Decoded.Valid.class);
        assertThat(codec.decode(deposit(Bounds.DEPOSIT + 1)))
                .isEqualTo(refused("deposit", "sdp must have at most 16384 characters"));
        assertThat(codec.decode(report(Bounds.LINES))).isInstanceOf(Decoded.Valid.class);
        assertThat(codec.decode(report(Bounds.LINES + 1))).isEqualTo(refused("report", "lines must have at most 64"));
    }

    @Test
    void a_text_over_64_kB_is_refused_unread() {
        String tooBig = "{\"type\":\"ping\",\"x\":\"" + "x".repeat(Bounds.MESSAGE) + "\"}";

        assertThat(codec.decode(tooBig))
                .isInstanceOfSatisfying(
                        Decoded.Invalid.class,
                        invalid -> assertThat(invalid.code()).isEqualTo(Refusal.MALFORMED));
    }

    @Test
    void interests_are_compared_as_people_mean_them() {
        String find = """
                {"type":"find","mode":"text","role":"chat","languages":[],
                 "interests":[" Board  Games", "board games", "ＣＨＥＳＳ", "Ünïcode"]}""";

        assertThat(codec.decode(find))
                .isEqualTo(new Decoded.Valid(new ClientMessage.Find(
                        Mode.TEXT, Role.CHAT, List.of("board games", "chess", "ünïcode"), List.of(), null)));
    }

    @Test
    void the_type_may_stand_anywhere() {
        assertThat(codec.decode("{\"room\":\"" + ROOM + "\",\"type\":\"next\"}"))
                .isEqualTo(new Decoded.Valid(new ClientMessage.Next(ROOM, null)));
    }

    private static List<String> types(Class<?> side) {
        return Vocabulary.messages(side).stream().map(Vocabulary::discriminator).toList();
    }

    private static Decoded refused(String about, String detail) {
        return new Decoded.Invalid(Refusal.INVALID, about, detail);
    }

    private static String offer(int length) {
        return "{\"type\":\"offer\",\"room\":\"" + ROOM + "\",\"negotiation\":1,\"sdp\":\"" + sdp(length) + "\"}";
    }

    private static String deposit(int length) {
        return "{\"type\":\"deposit\",\"n\":1,\"sdp\":\"" + sdp(length) + "\"}";
    }

    private static String sdp(int length) {
        return "v=0" + "x".repeat(length - 3);
    }

    private static String report(int lines) {
        String line = "{\"from\":\"a\",\"line\":1,\"at\":1,\"text\":\"x\",\"seal\":\"1.x\"}";
        return "{\"type\":\"report\",\"room\":\"" + ROOM + "\",\"reason\":\"spam\",\"lines\":["
                + String.join(",", Collections.nCopies(lines, line)) + "],\"frame\":false}";
    }
}
