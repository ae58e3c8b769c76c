package chat.passerby.signaling.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/// The database file, and the one thread that touches it. Whoever asks, waits: from a virtual thread that costs
/// nothing,
/// from the lobby's it must not happen. Any thread.
public final class Store implements AutoCloseable {
    private final DatabaseFile file;
    private final Patience patience;
    private final Connection connection;
    private final Jdbi jdbi;
    private final ThreadPoolExecutor thread;
    private volatile boolean works = true;

    /// How much may wait here, and for how long.
    ///
    /// @param waiting who may wait for the thread; a crowd that comes back asks for its blocks all at once
    /// @param lock    how long another program may hold the file
    /// @param answer  after which nobody waits any more
    record Patience(int waiting, Duration lock, Duration answer) {
        static final Patience USUAL = new Patience(4_096, Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    /// Something to do with the database, on its thread.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T with(Handle handle);
    }

    private Store(DatabaseFile file, Patience patience, Connection connection) {
        this.file = file;
        this.patience = patience;
        this.connection = connection;
        jdbi = Jdbi.create(connection);
        // What was bound to a statement is nobody's to read in a stack trace.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(patience.waiting),
                Thread.ofPlatform().name("store").daemon().factory());
    }

    /// Opens the database in this folder; makes both if they are missing.
    public static Store open(Path folder) throws StorageException {
        return open(folder, Patience.USUAL);
    }

    static Store open(Path folder, Patience patience) throws StorageException {
        DatabaseFile file = DatabaseFile.in(folder);
        return new Store(file, patience, file.open(patience.lock));
    }

    /// Whether this folder has a database.
    public static boolean isIn(Path folder) {
        return DatabaseFile.isIn(folder);
    }

    /// Whether the last attempt to write succeeded. Who found nothing to write tells nothing.
    public boolean works() {
        return works;
    }

    public <T extends @Nullable Object> T write(Work<T> work) throws StorageException {
        try {
            return read(handle -> {
                long before = changes(handle);
                T done = handle.inTransaction(work::with);
                if (changes(handle) > before) works = true;
                return done;
            });
        } catch (StorageException e) {
            works = false;
            throw e;
        }
    }

    private static long changes(Handle handle) {
        return handle.createQuery("select total_changes()").mapTo(Long.class).one();
    }

    /// Tries whether it can be written again, if it could not.
    public void probe() throws StorageException {
        if (works) return;
        read(handle -> handle.execute("pragma user_version = 1"));
        works = true;
    }

    public <T extends @Nullable Object> T read(Work<T> work) throws StorageException {
        Future<T> answer;
        try {
            answer = thread.submit(() -> jdbi.withHandle(work::with));
        } catch (RejectedExecutionException e) {
            throw new StorageException(
                    file.path(), thread.isShutdown() ? "the server stops" : "too much waits for the database");
        }
        try {
            return answer.get(patience.answer.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw StorageException.of(file.path(), e);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new StorageException(file.path(), "the database does not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(file.path(), "the server stops");
        }
    }

    /// Makes what was deleted unreadable: `secure_delete` has overwritten it in the database, but its old pages may
    /// still stand in the write-ahead log.
    public void forget() throws StorageException {
        read(handle ->
                handle.createQuery("pragma wal_checkpoint(truncate)").mapToMap().list());
    }

    /// Ends what is under way, and closes the file.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.answer.toMillis(), TimeUnit.MILLISECONDS)) thread.shutdownNow();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // What was answered is on the disk; a log that could not be folded in is folded in at the next start.
            works = false;
        }
    }
}
