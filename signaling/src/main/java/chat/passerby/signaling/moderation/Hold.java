package chat.passerby.signaling.moderation;

import java.time.Instant;

/// A legal hold: nothing of the case is deleted until then. Immutable.
public record Hold(Instant until, ModeratorId by, String reason) {
    /// Not the words: they belong in no log.
    @Override
    public String toString() {
        return "Hold until " + until;
    }
}
