package chat.passerby.signaling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.signaling.store.Store.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Patience SHORT = new Patience(2, Duration.ofMillis(50), Duration.ofMillis(500));

    @TempDir
    private Path folder;

    @Test
    void the_files_are_their_owners_alone() throws Exception {
        Path data = folder.resolve("a/b");
        try (Store store = Store.open(data)) {
            write(store);

            assertThat(rights(data)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(data)) {
                assertThat(files.toList())
                        .hasSize(3)
                        .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void a_file_that_others_could_read_is_closed_to_them() throws Exception {
        Store.open(folder).close();
        Path file = folder.resolve("passerby.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Store.open(folder).close();

        assertThat(rights(file)).isEqualTo("rw-------");
    }

    @Test
    void what_is_deleted_is_overwritten_and_a_crash_loses_nothing() throws Exception {
        try (Store store = Store.open(folder)) {
            assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(store, "secure_delete")).isEqualTo("1");
            assertThat(pragma(store, "synchronous")).isEqualTo("2");
            assertThat(pragma(store, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(store, "busy_timeout")).isEqualTo("3000");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named_with_its_setting() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Store.open(file.resolve("data")))
                .withMessageStartingWith(file.resolve("data")
                        + ": data.dir (--data) must be a folder that this user may write to, or make: ");
        assertThat(Store.isIn(folder)).isFalse();
    }

    @Test
    void a_file_that_is_no_database_is_left_alone() throws Exception {
        Path file = Files.writeString(folder.resolve("passerby.db"), "dear diary ".repeat(1_000));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Store.open(folder))
                .withMessage(file + ": this is not a database, or a damaged one: put it aside, or restore a backup");
        assertThat(file).content().startsWith("dear diary");
    }

    @Test
    void a_database_of_a_newer_passerby_is_left_alone() throws Exception {
        try (Store store = Store.open(folder)) {
            store.write(handle -> handle.execute("""
                    insert into flyway_schema_history
                    select 100, '99', description, type, 'V99__future.sql', checksum, installed_by, installed_on,
                        execution_time, success
                    from flyway_schema_history limit 1
                    """));
        }

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Store.open(folder))
                .withMessageEndingWith("this database is of another version of Passerby: run that, or a newer one");
    }

    @Test
    void another_program_that_holds_the_database_is_waited_for_and_then_named() throws Exception {
        try (Store store = Store.open(folder, SHORT);
                var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("passerby.db"));
                var statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> write(store))
                    .withMessageEndingWith("another program holds the database for too long");

            statement.execute("rollback");
            assertThat(write(store)).isEqualTo(1);
        }
    }

    @Test
    void it_works_again_when_something_was_really_written() throws Exception {
        try (Store store = Store.open(folder)) {
            store.read(handle -> handle.execute("pragma query_only = on"));
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> write(store));
            assertThat(store.works()).isFalse();

            assertThatExceptionOfType(StorageException.class).isThrownBy(store::probe);
            assertThat(store.works()).isFalse();

            store.read(handle -> handle.execute("pragma query_only = off"));
            store.write(handle -> 0);
            assertThat(store.works()).isFalse();
            store.probe();
            assertThat(store.works()).isTrue();
        }
    }

    @Test
    void who_comes_when_too_many_wait_is_refused_at_once() throws Exception {
        var gate = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        try (Store store = Store.open(folder, new Patience(2, Duration.ofSeconds(1), Duration.ofSeconds(30)));
                var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = visitors.submit(() -> store.read(handle -> {
                inside.countDown();
                return pass(gate);
            }));
            inside.await();
            var crowd = new ExecutorCompletionService<Integer>(visitors);
            for (int i = 0; i < 3; i++) crowd.submit(() -> store.read(handle -> 1));

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> crowd.take().get())
                    .withMessageContaining("too much waits for the database");
            gate.countDown();
            assertThat(first.get()).isEqualTo(1);
        }
    }

    @Test
    void nobody_waits_for_ever() throws Exception {
        var gate = new CountDownLatch(1);
        try (Store store = Store.open(folder, SHORT)) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> store.read(handle -> pass(gate)))
                    .withMessageEndingWith("the database does not answer in time");
            gate.countDown();
        }
    }

    @Test
    void a_closed_store_refuses() throws Exception {
        Store store = Store.open(folder);
        store.close();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.read(handle -> 1))
                .withMessageEndingWith("the server stops");
    }

    private static int write(Store store) throws StorageException {
        return store.write(
                handle -> handle.execute("insert into block (one, other, created, used) values ('a', 'b', 0, 0)"));
    }

    private static int pass(CountDownLatch gate) {
        try {
            gate.await();
            return 1;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String pragma(Store store, String name) throws StorageException {
        return store.read(handle ->
                handle.createQuery("pragma " + name).mapTo(String.class).one());
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
