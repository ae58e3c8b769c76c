package chat.passerby.signaling.moderation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an intruder could do who can write to the file, and has not the key.
class AuditLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int ROWS = 10;

    @TempDir
    private Path folder;

    private Store store;
    private final Secrets secrets = Secrets.ephemeral();
    private final AuditLog audit = new AuditLog(secrets::signature);

    @BeforeEach
    void fill() throws Exception {
        store = Store.open(folder);
        for (int i = 0; i < ROWS; i++) append(i, NOON.plusSeconds(i));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void append(long docket, Instant at) throws StorageException {
        store.write(handle -> {
            audit.append(handle, new Entry(at, Actor.VISITOR, Action.REPORTED, "hate", docket, null));
            return docket;
        });
    }

    private Optional<Long> broken() throws StorageException {
        return store.read(audit::verify);
    }

    private void tamper(String... statements) throws StorageException {
        store.write(handle -> {
            int changed = 0;
            for (String sql : statements) changed += handle.execute(sql);
            assertThat(changed).isPositive();
            return changed;
        });
    }

    private int cut(Instant before) throws StorageException {
        return store.write(handle -> audit.cut(handle, before, NOON.plusSeconds(100)));
    }

    @Test
    void an_untouched_audit_is_whole_and_so_is_an_empty_one() throws Exception {
        assertThat(broken()).isEmpty();
        try (Store other = Store.open(folder.resolve("other"))) {
            Optional<Long> empty = other.read(audit::verify);
            assertThat(empty).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set at = at + 1 where seq = 5",
                "update audit set actor = 'server' where seq = 5",
                "update audit set action = 'OPENED' where seq = 5",
                "update audit set detail = '' where seq = 5",
                "update audit set docket = 99 where seq = 5",
                "update audit set docket = null where seq = 5",
                "update audit set decision = 0 where seq = 5",
                "update audit set hash = zeroblob(32) where seq = 5",
                "delete from audit where seq = 5",
            })
    void a_row_that_was_changed_or_removed_is_found(String sql) throws Exception {
        tamper(sql);

        assertThat(broken()).contains(5L);
    }

    @Test
    void the_last_row_cannot_be_removed_unseen_nor_all() throws Exception {
        tamper("delete from audit where seq = 10");
        assertThat(broken()).contains(10L);
        tamper("update audit_end set seq = 9, hash = (select hash from audit where seq = 9) where which = 'last'");
        assertThat(broken()).contains(10L);
        tamper("delete from audit", "delete from audit_end");
        assertThat(broken()).isEmpty(); // as if nothing had ever been: an older copy of the file looks the same
    }

    @Test
    void the_first_rows_cannot_be_removed_unseen() throws Exception {
        tamper("delete from audit where seq <= 3");
        assertThat(broken()).contains(1L);
        tamper("insert into audit_end select 'first', 3, zeroblob(32), zeroblob(32)");
        assertThat(broken()).contains(4L);
    }

    @Test
    void a_row_that_was_put_in_is_found() throws Exception {
        tamper("""
                insert into audit select 11, at, actor, action, detail, docket, decision, hash from audit where seq = 10
                """);

        assertThat(broken()).contains(11L);
    }

    @Test
    void whoever_hashes_everything_anew_lacks_the_signature() throws Exception {
        AuditLog forged = new AuditLog(Secrets.ephemeral()::signature);
        store.write(handle -> {
            handle.execute("delete from audit");
            handle.execute("delete from audit_end");
            forged.append(handle, new Entry(NOON, Actor.VISITOR, Action.REPORTED, "spam", 1L, null));
            return 1;
        });

        assertThat(broken()).contains(2L);
    }

    @Test
    void what_is_appended_after_a_forgery_does_not_heal_it() throws Exception {
        tamper(
                "delete from audit where seq = 10",
                "update audit_end set seq = 9, hash = (select hash from audit where seq = 9) where which = 'last'");
        append(10, NOON);
        append(11, NOON);

        assertThat(broken()).contains(10L);
    }

    @Test
    void a_command_may_write_while_the_server_does() throws Exception {
        try (Store command = Store.open(folder);
                var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> written = new ArrayList<>();
            for (Store one : List.of(store, command))
                for (int i = 0; i < 50; i++)
                    written.add(both.submit(() -> one.write(handle -> {
                        audit.append(handle, new Entry(NOON, Actor.OPERATOR, Action.ADDED, "", null, null));
                        return 1;
                    })));
            for (Future<Integer> each : written) assertThat(each.get()).isEqualTo(1);
        }

        assertThat(broken()).isEmpty();
        assertThat(store.read(handle -> audit.tail(handle, 1)).getFirst().seq()).isEqualTo(ROWS + 100);
    }

    @Test
    void cut_at_a_checkpoint_it_goes_on_and_is_whole() throws Exception {
        assertThat(cut(NOON.plusSeconds(4))).isEqualTo(4);
        append(11, NOON.plusSeconds(101));

        assertThat(broken()).isEmpty();
        List<AuditLog.Row> rows = store.read(handle -> audit.tail(handle, 100));
        assertThat(rows).extracting(AuditLog.Row::seq).containsExactly(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L);
        assertThat(rows.get(1).entry())
                .isEqualTo(new Entry(NOON.plusSeconds(100), Actor.SERVER, Action.CUT, "", null, null));
        assertThat(cut(NOON.plusSeconds(4))).isZero();
        assertThat(cut(NOON.plusSeconds(1_000))).isEqualTo(8);
        assertThat(broken()).isEmpty();
    }

    @Test
    void who_moves_the_checkpoint_is_found() throws Exception {
        cut(NOON.plusSeconds(4));
        tamper("delete from audit where seq <= 6", """
                update audit_end set seq = 6, hash = (select hash from audit where seq = 7) where which = 'first'
                """);

        assertThat(broken()).contains(7L);
    }

    @Test
    void a_broken_part_is_cut_in_time_and_said_to_have_been_broken() throws Exception {
        tamper("delete from audit where seq = 2");
        cut(NOON.plusSeconds(4));

        AuditLog.Row last = store.read(handle -> audit.tail(handle, 1)).getFirst();
        assertThat(last.entry().detail()).isEqualTo("broken");
    }
}
