package chat.passerby.signaling.protocol;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

/// Any message at all, within its bounds.
final class ArbitraryMessages {
    private static final int WORD = 40;

    private ArbitraryMessages() {}

    static Arbitrary<ClientMessage> ofClients() {
        return anyOf(ClientMessage.class).map(ClientMessage.class::cast);
    }

    static Arbitrary<ServerMessage> ofServer() {
        return anyOf(ServerMessage.class).map(ServerMessage.class::cast);
    }

    private static Arbitrary<Object> anyOf(Class<?> side) {
        return Arbitraries.of(Vocabulary.messages(side)).flatMap(ArbitraryMessages::record);
    }

    private static Arbitrary<Object> record(Class<?> type) {
        List<Arbitrary<Optional<Object>>> fields =
                Vocabulary.fields(type).stream().map(ArbitraryMessages::field).toList();
        return Combinators.combine(fields).as(values -> make(type, values));
    }

    private static Object make(Class<?> type, List<Optional<Object>> values) {
        try {
            Class<?>[] parameters = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            return constructor.newInstance(
                    values.stream().map(value -> value.orElse(null)).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getSimpleName() + values, e);
        }
    }

    private static Arbitrary<Optional<Object>> field(RecordComponent field) {
        return value(field.getAnnotatedType(), field.getName()).optional(StrictJson.isOptional(field) ? 0.6 : 1);
    }

    private static Arbitrary<Object> value(AnnotatedType type, String name) {
        if (type instanceof AnnotatedParameterizedType list)
            return value(list.getAnnotatedActualTypeArguments()[0], name)
                    .list()
                    .ofMinSize(least(type))
                    .ofMaxSize(4)
                    .asGeneric();
        Class<?> raw = (Class<?>) type.getType();
        if (raw.isEnum()) return Arbitraries.of(raw.getEnumConstants()).asGeneric();
        if (raw.isRecord()) return record(raw);
        if (raw == boolean.class) return Arbitraries.of(true, false).asGeneric();
        if (raw == String.class) return string(type, name).asGeneric();
        return number(type, raw);
    }

    private static Arbitrary<Object> number(AnnotatedType type, Class<?> raw) {
        Min least = type.getAnnotation(Min.class);
        Max most = type.getAnnotation(Max.class);
        if (raw == long.class || raw == Long.class)
            return Arbitraries.longs().greaterOrEqual(0).asGeneric();
        return Arbitraries.integers()
                .between(least == null ? 0 : (int) least.value(), most == null ? Integer.MAX_VALUE : (int) most.value())
                .asGeneric();
    }

    private static Arbitrary<String> string(AnnotatedType type, String name) {
        Pattern pattern = type.getAnnotation(Pattern.class);
        if (pattern != null) return matching(pattern.regexp());
        Arbitrary<String> ascii = Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMinLength(least(type))
                .ofMaxLength(most(type));
        Arbitrary<String> words = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(WORD);
        return switch (name) {
            case "sdp", "offer" -> ascii.map(line -> "v=0\r\ns=" + line + "\r\n");
            case "interests" -> words.filter(word -> fits(() -> Check.interests(List.of(word))));
            case "text", "note" -> words.filter(word -> fits(() -> Check.text(name, word, WORD)));
            default -> ascii;
        };
    }

    private static Arbitrary<String> matching(String pattern) {
        StringArbitrary base64 = Arbitraries.strings().alpha().numeric().withChars('-', '_');
        return switch (pattern) {
            case Check.KEY_128 -> base64.ofLength(Bounds.KEY_128);
            case Check.KEY_256 -> base64.ofLength(Bounds.KEY_256);
            case Check.LANE -> base64.ofMinLength(8).ofMaxLength(Bounds.LANE);
            case Check.LANGUAGE ->
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(3);
            default -> throw new AssertionError("no words for " + pattern);
        };
    }

    private static boolean fits(Runnable check) {
        try {
            check.run();
            return true;
        } catch (InvalidField unfit) {
            return false;
        }
    }

    private static int least(AnnotatedType type) {
        Size size = type.getAnnotation(Size.class);
        return size == null ? 0 : size.min();
    }

    private static int most(AnnotatedType type) {
        Size size = type.getAnnotation(Size.class);
        return size == null ? WORD : Math.min(size.max(), WORD);
    }
}
