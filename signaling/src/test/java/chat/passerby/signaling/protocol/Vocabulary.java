package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The protocol's types as reflection finds them, under the names that other languages know them by: `Chat` is
/// `ClientChat` or `ServerChat`, by who says it.
///
/// Our own walk, not a schema library's: that would have to be told of sealed interfaces, of `@Nullable` on a type, of
/// two records named `Chat` and of which side refuses unknown fields, which is most of what stands here.
final class Vocabulary {
    private final List<Class<?>> messages;
    private final Set<Class<?>> parts = new TreeSet<>(Comparator.comparing(Class::getSimpleName));

    /// @param sides `ClientMessage`, `ServerMessage`, or both
    Vocabulary(Class<?>... sides) {
        messages = Stream.of(sides).flatMap(side -> messages(side).stream()).toList();
        messages.forEach(this::learnFields);
    }

    /// This too, which no message holds: it is asked for over HTTP.
    Vocabulary and(Class<?> part) {
        learn(part);
        return this;
    }

    /// What one side says, in the order of the source.
    static List<Class<?>> messages(Class<?> side) {
        return List.of(side.getPermittedSubclasses());
    }

    List<Class<?>> messages() {
        return messages;
    }

    /// The enums that messages use.
    List<Class<?>> enums() {
        return parts.stream().filter(Class::isEnum).toList();
    }

    /// The records that messages hold, no messages themselves.
    List<Class<?>> records() {
        return parts.stream().filter(Class::isRecord).toList();
    }

    static String name(Class<?> type) {
        if (ClientMessage.class.isAssignableFrom(type)) return "Client" + type.getSimpleName();
        if (ServerMessage.class.isAssignableFrom(type)) return "Server" + type.getSimpleName();
        return type.getSimpleName();
    }

    /// The `type` that tells a message from others; none for a part of one.
    static @Nullable String discriminator(Class<?> type) {
        JsonTypeName name = type.getAnnotation(JsonTypeName.class);
        return name == null ? null : name.value();
    }

    static List<RecordComponent> fields(Class<?> type) {
        return List.of(type.getRecordComponents());
    }

    static List<String> constants(Class<?> type) {
        return Stream.of(type.getFields())
                .filter(Field::isEnumConstant)
                .map(field -> field.getAnnotation(JsonProperty.class).value())
                .toList();
    }

    /// As it is written in a message.
    static String constant(Enum<?> constant) {
        return constants(constant.getDeclaringClass())
                .get(List.of(constant.getDeclaringClass().getEnumConstants()).indexOf(constant));
    }

    /// What a field holds, or what its list holds.
    static Class<?> elementOf(RecordComponent field) {
        Type type = field.getGenericType();
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    private void learnFields(Class<?> type) {
        for (RecordComponent field : fields(type)) learn(field.getGenericType());
    }

    private void learn(Type type) {
        if (type instanceof ParameterizedType list) learn(list.getActualTypeArguments()[0]);
        if (!(type instanceof Class<?> part)) return;
        if (part.isEnum()) parts.add(part);
        if (part.isRecord() && parts.add(part)) learnFields(part);
    }
}
