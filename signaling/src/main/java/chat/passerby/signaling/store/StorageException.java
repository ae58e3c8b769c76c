package chat.passerby.signaling.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The database does not do its work. The message says in plain words what an operator should look at. It holds nothing
/// of what was to be stored, and no cause that might. Immutable.
public final class StorageException extends Exception {
    private static final long serialVersionUID = 1L;

    StorageException(Path file, String words) {
        super(file + ": " + words);
    }

    /// Whatever the database said, as far as it can be told.
    static StorageException of(Path file, Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql) return new StorageException(file, words(sql.getErrorCode()));
        throw new IllegalStateException(
                "a bug, and not the database: " + thrown.getClass().getName());
    }

    /// The names of the codes: <https://sqlite.org/rescode.html>.
    private static String words(int code) {
        return switch (code) {
            case 3, 14, 23 -> "the database cannot be opened: this user must own it and its folder";
            case 5, 6 -> "another program holds the database for too long";
            case 8 -> "the database can only be read: look at the file's rights and how its disk is mounted";
            case 10 -> "the disk fails";
            case 11, 26 -> "this is not a database, or a damaged one: put it aside, or restore a backup";
            case 13 -> "the disk is full";
            default -> "the database fails (SQLite code " + code + ")";
        };
    }
}
