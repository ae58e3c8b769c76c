package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Measure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a moderator decides.
public sealed interface Ruling {
    /// Minutes to hours.
    Duration LONGEST_COOL_DOWN = Duration.ofDays(3);
    /// A browser that keeps its key for longer is rare.
    Duration LONGEST_BAN = Duration.ofDays(365);

    /// No rule was broken, as far as can be seen.
    record Dismiss() implements Ruling {}

    record Warn() implements Ruling {}

    record CoolDown(Duration lasts) implements Ruling {
        public CoolDown {
            within("a cool-down", lasts, Duration.ofMinutes(1), LONGEST_COOL_DOWN, "72 hours");
        }
    }

    /// @param network whether everybody on the same network is shut out too
    record Ban(Duration lasts, boolean network) implements Ruling {
        public Ban {
            within("a ban", lasts, Duration.ofMinutes(1), LONGEST_BAN, "365 days");
        }
    }

    private static void within(String what, Duration lasts, Duration least, Duration most, String words) {
        if (lasts.compareTo(least) < 0 || lasts.compareTo(most) > 0)
            throw new IllegalArgumentException(what + " must last from a minute to " + words);
    }

    /// What it does to the person; `null`: nothing.
    default @Nullable Measure measure() {
        return switch (this) {
            case Dismiss() -> null;
            case Warn() -> Measure.WARN;
            case CoolDown _ -> Measure.COOL_DOWN;
            case Ban _ -> Measure.BAN;
        };
    }

    /// How long that lasts; `null`: it does not.
    default @Nullable Duration lasting() {
        return switch (this) {
            case Dismiss(), Warn() -> null;
            case CoolDown(Duration lasts) -> lasts;
            case Ban(Duration lasts, boolean _) -> lasts;
        };
    }
}
