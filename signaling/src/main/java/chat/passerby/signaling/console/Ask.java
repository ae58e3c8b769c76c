package chat.passerby.signaling.console;

import chat.passerby.signaling.protocol.InvalidField;
import chat.passerby.signaling.protocol.Rule;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the moderators' page asks for: `POST /moderate/api/` and the word, with the record as JSON.
sealed interface Ask {
    Map<String, Class<? extends Ask>> WORDS = Stream.of(Outside.class, Inside.class)
            .flatMap(side -> Stream.of(side.getPermittedSubclasses()))
            .map(word -> word.<Ask>asSubclass(Ask.class))
            .collect(Collectors.toUnmodifiableMap(
                    word -> word.getAnnotation(JsonTypeName.class).value(), Function.identity()));

    static Optional<Class<? extends Ask>> named(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /// What can be asked by somebody who is not signed in, in order to be.
    sealed interface Outside extends Ask {}

    /// What only a moderator can ask.
    sealed interface Inside extends Ask {}

    /// What is to be signed for an invitation?
    @JsonTypeName("invitation")
    record Invited(String code) implements Outside {
        public Invited {
            bounded("code", code, 64);
        }
    }

    /// This passkey was made for it.
    @JsonTypeName("registration")
    record Register(String ceremony, String credential) implements Outside {
        public Register {
            bounded("ceremony", ceremony, 64);
        }
    }

    /// What is to be signed to come in?
    @JsonTypeName("challenge")
    record Challenge() implements Outside {}

    /// It is signed.
    @JsonTypeName("sign-in")
    record SignIn(String ceremony, String credential) implements Outside {
        public SignIn {
            bounded("ceremony", ceremony, 64);
        }
    }

    /// Who am I?
    @JsonTypeName("me")
    record Me() implements Inside {}

    @JsonTypeName("sign-out")
    record SignOut() implements Inside {}

    /// What waits?
    @JsonTypeName("queue")
    record Queue() implements Inside {}

    /// Take this case, or keep it, and show what was reported.
    @JsonTypeName("open")
    record Open(long id) implements Inside {}

    /// Show the picture of this report.
    @JsonTypeName("frame")
    record Frame(long id, long report) implements Inside {}

    /// Decide.
    ///
    /// @param version as the case was when it was read
    /// @param minutes how long a cool-down or a ban lasts
    /// @param network whether a ban holds for the network too
    @JsonTypeName("decide")
    record Decide(
            long id,
            int version,
            Kind ruling,
            @Nullable Long minutes,
            @Nullable Boolean network,
            @Nullable Rule rule,
            String facts)
            implements Inside {
        public Decide {
            if ((ruling == Kind.COOL_DOWN || ruling == Kind.BAN) != (minutes != null))
                throw new InvalidField(
                        "minutes", "must say how long a cool-down or a ban lasts, and nothing else does");
            if (minutes != null && (minutes < 1 || minutes > YEAR))
                throw new InvalidField("minutes", "must be between 1 and " + YEAR);
            if (network != null && ruling != Kind.BAN) throw new InvalidField("network", "goes with a ban");
        }

        private static final long YEAR = 365 * 24 * 60;
    }

    enum Kind {
        @JsonProperty("dismiss")
        DISMISS,
        @JsonProperty("warn")
        WARN,
        @JsonProperty("cool-down")
        COOL_DOWN,
        @JsonProperty("ban")
        BAN
    }

    /// Take a decision back.
    @JsonTypeName("undo")
    record Undo(long decision, String reason) implements Inside {
        public Undo {
            reason = said("reason", reason);
        }
    }

    /// Keep the evidence of this case for a year, for this reason.
    @JsonTypeName("hold")
    record KeepEvidence(long id, String reason) implements Inside {
        public KeepEvidence {
            reason = said("reason", reason);
        }
    }

    /// It need not be kept any longer.
    @JsonTypeName("release")
    record ReleaseEvidence(long id) implements Inside {}

    /// All of a case, as a file.
    @JsonTypeName("export")
    record Export(long id) implements Inside {}

    /// Decide on an appeal.
    @JsonTypeName("settle")
    record Settle(long decision, boolean reverse, String words) implements Inside {
        public Settle {
            words = said("words", words);
        }
    }

    /// The end of the audit log.
    @JsonTypeName("audit")
    record Audit() implements Inside {}

    /// What the public figures are going to be.
    @JsonTypeName("figures")
    record Figures() implements Inside {}

    private static void bounded(String field, String value, int most) {
        if (value.isEmpty() || value.length() > most)
            throw new InvalidField(field, "must have 1 to " + most + " characters");
    }

    /// Words of a moderator's, which stay and may be read by others.
    private static String said(String field, String words) {
        String said = words.strip();
        bounded(field, said, 2_000);
        return said;
    }
}
