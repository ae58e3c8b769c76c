package chat.passerby.signaling.moderation.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/// What is counted by month and stays for good: numbers that are about nobody. On the store's thread.
public final class Tally {
    /// Conversations, outside the hoster's closed lanes.
    public static final String CONVERSATIONS = "conversations";

    private Tally() {}

    /// The month of a time: UTC, as all figures are.
    public static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    public static void add(Handle handle, Instant at, String name, long count) {
        handle.createUpdate("""
                        insert into tally (month, name, count) values (:month, :name, :count)
                        on conflict (month, name) do update set count = count + :count
                        """)
                .bind("month", month(at).toString())
                .bind("name", name)
                .bind("count", count)
                .execute();
    }

    /// A decision was made so long after the first report.
    public static void waited(Handle handle, Instant at, Duration waited) {
        handle.createUpdate("""
                        insert into tally_wait (month, minutes, count) values (:month, :minutes, 1)
                        on conflict (month, minutes) do update set count = count + 1
                        """)
                .bind("month", month(at).toString())
                .bind("minutes", waited.toMinutes())
                .execute();
    }
}
