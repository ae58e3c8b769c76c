package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// Jackson without its kindness: by default it forgives fields that are unknown, missing, twice there, or of another
/// type.
/// (That none is `null`, [Codec] sees to: Jackson cannot tell `null` from a `@Nullable` component that was left out.)
public final class StrictJson {
    private StrictJson() {}

    /// A mapper of its own, for records whose constructors check what they hold.
    public static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(constraints())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .annotationIntrospector(new RequiredUnlessNullable())
                .addModule(new SimpleModule().setDeserializerModifier(new ExactEnums()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_NULL));
        for (LogicalType type : LogicalType.values())
            for (CoercionInputShape shape : CoercionInputShape.values())
                builder.withCoercionConfig(type, config -> config.setCoercion(shape, CoercionAction.Fail));
        return builder.build();
    }

    /// Reads a record that holds no `null` anywhere.
    ///
    /// @throws IllegalArgumentException names the field that does
    public static <T> T read(JsonMapper strict, byte[] text, Class<T> type) {
        JsonNode tree = strict.readTree(text);
        if (!tree.isObject()) throw new IllegalArgumentException("must be one JSON object");
        String empty = Detail.pathOfNull("", tree);
        if (empty != null) throw new IllegalArgumentException(empty + " must not be null");
        return strict.treeToValue(tree, type);
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxDocumentLength(Bounds.MESSAGE)
                .maxStringLength(Bounds.MESSAGE)
                .maxNameLength(Bounds.MESSAGE)
                .maxNestingDepth(Bounds.DEPTH)
                .maxNumberLength(Long.toString(Long.MIN_VALUE).length())
                .build();
    }

    /// A component is required unless it is `@Nullable`: the records need say it only once.
    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            Class<?> owner = member.getDeclaringClass();
            if (!(member instanceof AnnotatedParameter parameter) || !owner.isRecord())
                return super.hasRequiredMarker(config, member);
            return !isOptional(owner.getRecordComponents()[parameter.getIndex()]);
        }
    }

    /// Jackson strips spaces around the name of an enum's constant: `" text "` would be `text`.
    private static final class ExactEnums extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> forgiving) {
            return new ExactEnum(forgiving);
        }
    }

    private static final class ExactEnum extends DelegatingDeserializer {
        ExactEnum(ValueDeserializer<?> forgiving) {
            super(forgiving);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> forgiving) {
            return new ExactEnum(forgiving);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                String name = parser.getString();
                if (!name.strip().equals(name))
                    return context.handleWeirdStringValue(handledType(), name, "spaces around a name");
            }
            return super.deserialize(parser, context);
        }
    }
}
