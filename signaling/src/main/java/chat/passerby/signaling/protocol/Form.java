package chat.passerby.signaling.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// From JSON to a record, strictly: a message, or what is posted. Any thread. No text makes [#read] throw.
///
/// @param <T> a record whose constructor holds its bounds
public final class Form<T> {
    private final ObjectReader trees;
    private final ObjectReader records;

    public Form(Class<T> type) {
        JsonMapper strict = StrictJson.mapper();
        trees = strict.readerFor(JsonNode.class);
        records = strict.readerFor(type);
    }

    /// What became of a text.
    public sealed interface Read<T> {
        record Right<T>(T value) implements Read<T> {}

        /// @param code   `malformed`, `unknown-field` or `invalid`
        /// @param detail names the field and the rule, never the content
        record Wrong<T>(Refusal code, String detail) implements Read<T> {}
    }

    public Read<T> read(String text) {
        JsonNode tree;
        try {
            tree = tree(text);
        } catch (JacksonException fault) {
            return wrong(Refusal.MALFORMED, Detail.ofSyntax(fault));
        }
        return tree.isObject() ? read(tree) : wrong(Refusal.MALFORMED, "must be one JSON object");
    }

    JsonNode tree(String text) throws JacksonException {
        return trees.readTree(text);
    }

    Read<T> read(JsonNode tree) {
        try {
            @Nullable String empty = Detail.pathOfNull("", tree);
            if (empty != null) return wrong(Refusal.INVALID, Detail.plain(empty) + " must not be null");
            return new Read.Right<>(records.readValue(tree));
        } catch (UnrecognizedPropertyException unknown) {
            return wrong(Refusal.UNKNOWN_FIELD, "unknown field " + Detail.plain(Detail.path(unknown)));
        } catch (JacksonException wrong) {
            return wrong(Refusal.INVALID, Detail.ofField(wrong, tree));
        }
    }

    private static <T> Read<T> wrong(Refusal code, String detail) {
        return new Read.Wrong<>(code, detail.substring(0, Math.min(detail.length(), Bounds.DETAIL)));
    }
}
