package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Rule;
import org.jspecify.annotations.Nullable;

/// A ruling with its reasons, as they are told to the person concerned. Immutable.
///
/// @param rule  which was broken; `null` only to dismiss
/// @param facts what happened, in the moderator's words; may be empty only to dismiss
public record Verdict(Ruling ruling, @Nullable Rule rule, String facts) {
    /// Of the facts, in UTF-16 units.
    public static final int FACTS = 2_000;

    public Verdict {
        facts = facts.strip();
        if (facts.length() > FACTS)
            throw new IllegalArgumentException("the facts must have at most " + FACTS + " characters");
        if (!(ruling instanceof Ruling.Dismiss)) {
            if (rule == null) throw new IllegalArgumentException("a measure must name the rule that was broken");
            if (facts.isEmpty()) throw new IllegalArgumentException("a measure must say what happened");
        }
    }

    /// Not the words: they belong in no log.
    @Override
    public String toString() {
        return "Verdict: " + ruling;
    }
}
