package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/// The words of a refusal: field and rule. Jackson's own words quote what was sent, so none of them is passed on; of
/// the
/// client's, only names of types and fields are said again, escaped and cut.
final class Detail {
    /// Of a name that a client made up.
    private static final int NAME = 48;

    private Detail() {}

    /// Of a text that is not strict JSON.
    static String ofSyntax(JacksonException fault) {
        if (fault instanceof StreamConstraintsException)
            return "must not nest deeper than %d, nor hold numbers beyond 64 bits".formatted(Bounds.DEPTH);
        return "must be one strict JSON object, each key once: fault at character "
                + fault.getLocation().getCharOffset();
    }

    /// Of a field that does not fit its record.
    static String ofField(JacksonException fault, JsonNode tree) {
        String path = path(fault);
        if (fault.getCause() instanceof InvalidField field) return dotted(path, String.valueOf(field.getMessage()));
        return path + " " + (at(fault, tree).isMissingNode() ? "is missing" : "must be " + wanted(fault));
    }

    /// Where the fault is, as `lines[2].text`.
    static String path(JacksonException fault) {
        String path = "";
        for (JacksonException.Reference step : fault.getPath())
            path = step.getPropertyName() == null
                    ? path + "[" + step.getIndex() + "]"
                    : dotted(path, step.getPropertyName());
        return path;
    }

    /// Where a message holds `null`, if it does.
    static @Nullable String pathOfNull(String path, JsonNode node) {
        if (node.isNull()) return path;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String found = pathOfNull(dotted(path, field.getKey()), field.getValue());
            if (found != null) return found;
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            String found = pathOfNull(path + "[" + i + "]", node.get(i));
            if (found != null) return found;
        }
        return null;
    }

    /// A client's name for something, harmless in a log or on a screen.
    static String plain(String name) {
        String plain = name.chars()
                .limit(NAME)
                .mapToObj(c -> c > ' ' && c < 0x7f && c != '\\' ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
        return name.length() <= NAME ? plain : plain + "...";
    }

    private static String dotted(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static JsonNode at(JacksonException fault, JsonNode tree) {
        JsonNode node = tree;
        for (JacksonException.Reference step : fault.getPath())
            node = step.getPropertyName() == null ? node.path(step.getIndex()) : node.path(step.getPropertyName());
        return node;
    }

    private static String wanted(JacksonException fault) {
        Class<?> type = switch (fault) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            case InputCoercionException coercion -> coercion.getTargetType();
            default -> Object.class;
        };
        if (type.isEnum()) return "one of " + names(type);
        if (type == String.class) return "a string";
        if (type == boolean.class) return "true or false";
        if (type == int.class || type == Integer.class) return "a whole number of 32 bits";
        if (type == long.class) return "a whole number of 64 bits";
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static String names(Class<?> type) {
        return Stream.of(type.getFields())
                .filter(Field::isEnumConstant)
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .collect(Collectors.joining(", "));
    }
}
