package chat.passerby.signaling.console;

import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.store.StorageException;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether there is anybody whom the console is for. The database is asked once a second at most: anybody may knock,
/// and `./passerby moderator` writes there while the server runs. Any thread.
final class Doors {
    private static final long STALE = Duration.ofSeconds(1).toMillis();

    private final Moderators moderators;
    private final LongSupplier clock;
    private volatile Look latest = new Look(false, Long.MIN_VALUE / 2);

    private record Look(boolean open, long at) {}

    /// @param clock milliseconds, steady
    Doors(Moderators moderators, LongSupplier clock) {
        this.moderators = moderators;
        this.clock = clock;
    }

    /// While the database does not answer, as it was.
    boolean areOpen() {
        Look look = latest;
        long now = clock.getAsLong();
        if (now - look.at < STALE) return look.open;
        try {
            look = new Look(moderators.any(), now);
        } catch (StorageException e) {
            look = new Look(look.open, now);
        }
        latest = look;
        return look.open;
    }
}
