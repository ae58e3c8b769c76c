package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Rule;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When Passerby by itself lets somebody rest for a while. A rule, and nothing else. Immutable.
///
/// @param reporters how many people it takes; 0: it never does
record CoolDowns(int reporters) {
    /// Within this time.
    static final Duration WITHIN = Duration.ofHours(1);

    /// One report of the last hour.
    record Cry(Voice voice, Reason reason) {}

    /// Which rule somebody most likely broke, if enough people say that they broke one. Whoever fears that the other
    /// will harm themselves accuses nobody.
    Optional<Rule> due(Collection<Cry> cries) {
        List<Cry> accusing =
                cries.stream().filter(cry -> rule(cry.reason) != null).toList();
        if (reporters == 0 || Voice.weight(accusing.stream().map(Cry::voice).toList()) < reporters)
            return Optional.empty();
        Map<Rule, Integer> named = new EnumMap<>(Rule.class);
        for (Cry cry : accusing) {
            Rule rule = rule(cry.reason);
            if (rule != null) named.merge(rule, 1, Integer::sum);
        }
        return named.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    private static @Nullable Rule rule(Reason reason) {
        return switch (reason) {
            case MINOR -> Rule.ADULTS;
            case SEXUAL -> Rule.NUDITY;
            case INTIMATE_IMAGE -> Rule.IMAGES;
            case HARASSMENT, OTHER -> Rule.HARASSMENT;
            case HATE -> Rule.HATE;
            case THREAT -> Rule.THREATS;
            case SPAM -> Rule.SCAMS;
            case SELF_HARM -> null;
        };
    }
}
