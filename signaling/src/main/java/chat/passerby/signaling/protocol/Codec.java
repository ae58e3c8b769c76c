package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/// Text to messages and back. Any thread.
///
/// Decoding takes two steps, so that each fault has a name of its own: first to strict JSON, then to the one record
/// that
/// it can be. No text makes it throw.
public final class Codec {
    private static final Set<String> TYPES = Stream.of(ClientMessage.class.getPermittedSubclasses())
            .map(message -> message.getAnnotation(JsonTypeName.class).value())
            .collect(Collectors.toUnmodifiableSet());

    private final Form<ClientMessage> messages = new Form<>(ClientMessage.class);
    private final ObjectWriter words = StrictJson.mapper().writerFor(ServerMessage.class);

    public String encode(ServerMessage message) {
        return words.writeValueAsString(message);
    }

    public Decoded decode(String text) {
        JsonNode tree;
        try {
            tree = messages.tree(text);
        } catch (JacksonException fault) {
            return refuse(Refusal.MALFORMED, null, Detail.ofSyntax(fault));
        }
        if (!tree.isObject()) return refuse(Refusal.MALFORMED, null, "must be one JSON object");
        JsonNode type = tree.path("type");
        if (type.isMissingNode()) return refuse(Refusal.INVALID, null, "type is missing");
        if (!type.isString()) return refuse(Refusal.INVALID, null, "type must be a string");
        if (!TYPES.contains(type.stringValue()))
            return refuse(Refusal.UNKNOWN_TYPE, null, "unknown type " + Detail.plain(type.stringValue()));
        return message(type.stringValue(), tree);
    }

    private Decoded message(String type, JsonNode tree) {
        return switch (messages.read(tree)) {
            case Form.Read.Right<ClientMessage>(ClientMessage message) -> new Decoded.Valid(message);
            case Form.Read.Wrong<ClientMessage>(Refusal code, String detail) -> refuse(code, type, detail);
        };
    }

    private static Decoded refuse(Refusal code, @Nullable String about, String detail) {
        return new Decoded.Invalid(code, about, detail.substring(0, Math.min(detail.length(), Bounds.DETAIL)));
    }
}
