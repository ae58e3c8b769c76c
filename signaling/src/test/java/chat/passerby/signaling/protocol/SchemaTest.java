package chat.passerby.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemaTest {
    private static final com.networknt.schema.Schema CLIENT = side("ClientMessage");
    private static final com.networknt.schema.Schema SERVER = side("ServerMessage");

    static List<Example> clients() {
        return Example.valid("client.");
    }

    static List<Example> servers() {
        return Example.valid("server.");
    }

    static List<Example> invalidMessages() {
        return Example.invalid().stream()
                .filter(example -> example.content().has("message"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void what_a_client_may_say_fits(Example example) {
        assertThat(CLIENT.validate(example.content())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_the_server_says_fits(Example example) {
        assertThat(SERVER.validate(example.content())).isEmpty();
    }

    /// A schema cannot tell everything; those examples say `schemaAccepts`.
    @ParameterizedTest
    @MethodSource("invalidMessages")
    void what_is_wrong_in_shape_does_not_fit(Example example) {
        boolean fits = CLIENT.validate(example.content().required("message")).isEmpty();

        assertThat(fits).isEqualTo(example.content().path("schemaAccepts").booleanValue(false));
    }

    private static com.networknt.schema.Schema side(String name) {
        JsonNode all = JsonMapper.shared().readTree(new Schema().text());
        ObjectNode one = ((ObjectNode) all).without(List.of("anyOf")).put("$ref", "#/$defs/" + name);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(one);
    }
}
