package chat.passerby.signaling.moderation;

import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// Who never meets whom again, both ways. Any thread; every method waits for the disk.
public final class Blocks {
    /// How long a block is kept after either of the two was last here: then their keys are most likely gone.
    public static final Duration KEPT = Duration.ofDays(180);

    /// Of one browser. Whoever has more has met more strangers than stand in the line, and keeps the newest.
    static final int MOST = 1_000;

    private static final Duration NOTED = Duration.ofDays(1);

    private final Store store;

    public Blocks(Store store) {
        this.store = store;
    }

    /// These two never meet again. Nobody blocks themselves: that rule needs no row.
    public void add(BrowserId one, BrowserId other, Instant now) throws StorageException {
        if (one.equals(other)) return;
        boolean ordered = one.compareTo(other) < 0;
        store.write(handle -> handle.createUpdate("""
                        insert into block (one, other, created, used) values (:one, :other, :now, :now)
                        on conflict (one, other) do update set used = :now
                        """)
                .bind("one", (ordered ? one : other).value())
                .bind("other", (ordered ? other : one).value())
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /// Whom this browser never meets again. Its blocks count as used.
    public Set<BrowserId> of(BrowserId browser, Instant now) throws StorageException {
        return store.read(handle -> {
            var others = new LinkedHashSet<BrowserId>(handle.createQuery("""
                            select other as browser, created from block where one = :browser
                            union all
                            select one, created from block where other = :browser
                            order by created desc limit :most
                            """)
                    .bind("browser", browser.value())
                    .bind("most", MOST)
                    .map((row, context) -> new BrowserId(row.getString("browser")))
                    .list());
            if (!others.isEmpty()) note(handle, browser, now);
            return others;
        });
    }

    /// Once a day is enough; and blocks hold even where nothing can be written.
    private static void note(Handle handle, BrowserId browser, Instant now) {
        try {
            handle.createUpdate(
                            "update block set used = :now where (one = :browser or other = :browser) and used < :due")
                    .bind("now", now.toEpochMilli())
                    .bind("browser", browser.value())
                    .bind("due", now.minus(NOTED).toEpochMilli())
                    .execute();
        } catch (JdbiException unwritable) {
            // The next write that matters tells the operator.
        }
    }

    /// Deletes the blocks of those who were not here for long.
    static int purge(Handle handle, Instant now) {
        return handle.execute(
                "delete from block where used < ?", now.minus(KEPT).toEpochMilli());
    }
}
