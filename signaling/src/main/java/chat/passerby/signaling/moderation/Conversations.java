package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.audit.Tally;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.store.Store;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/// How many conversations there were: counted in memory, written down from time to time. Any thread.
public final class Conversations {
    private final Store store;
    private final LongAdder begun = new LongAdder();

    public Conversations(Store store) {
        this.store = store;
    }

    /// One began, outside the hoster's lanes.
    public void begin() {
        begun.increment();
    }

    /// Writes down those since the last time. This waits for the disk; if it fails, the next time writes them.
    public void writeDown(Instant now) throws StorageException {
        long count = begun.sumThenReset();
        if (count == 0) return;
        boolean written = false;
        try {
            store.write(handle -> {
                Tally.add(handle, now, Tally.CONVERSATIONS, count);
                return count;
            });
            written = true;
        } finally {
            if (!written) begun.add(count);
        }
    }
}
