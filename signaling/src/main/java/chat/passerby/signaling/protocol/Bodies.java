package chat.passerby.signaling.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Bodies of requests to records, and records to answers, as strictly as [Codec] reads messages. No text makes it
/// throw. Immutable; any thread.
public final class Bodies {
    private final JsonMapper strict = StrictJson.mapper();

    public <T> Body<T> read(byte[] utf8, Class<T> type) {
        JsonNode tree;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            tree = strict.readTree(text);
        } catch (CharacterCodingException fault) {
            return new Body.Invalid<>("must be UTF-8");
        } catch (JacksonException fault) {
            return new Body.Invalid<>(Detail.ofSyntax(fault));
        }
        if (!tree.isObject()) return new Body.Invalid<>("must be one JSON object");
        try {
            @Nullable String empty = Detail.pathOfNull("", tree);
            if (empty != null) return new Body.Invalid<>(Detail.plain(empty) + " must not be null");
            return new Body.Valid<>(strict.treeToValue(tree, type));
        } catch (UnrecognizedPropertyException unknown) {
            return new Body.Invalid<>("unknown field " + Detail.plain(Detail.path(unknown)));
        } catch (JacksonException wrong) {
            return new Body.Invalid<>(Detail.ofField(wrong, tree));
        }
    }

    /// As JSON, in UTF-8; what is `null` is left out.
    public byte[] write(Object answer) {
        return strict.writeValueAsBytes(answer);
    }
}
