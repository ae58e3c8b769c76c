package chat.passerby.signaling.moderation;

import java.time.Instant;

/// An appeal that waits. Immutable.
///
/// @param text what the person wrote
public record AppealSummary(EarlierDecision against, Instant made, String text) {
    /// Of the text, in UTF-16 units.
    public static final int TEXT = 2_000;

    /// Not the words: they belong in no log.
    @Override
    public String toString() {
        return "Appeal against " + against;
    }
}
