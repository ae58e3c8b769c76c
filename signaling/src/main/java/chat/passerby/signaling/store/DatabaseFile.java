package chat.passerby.signaling.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Where the database lies, and how it is opened: for its owner alone, brought up to date, and so that what is deleted
/// is gone. Immutable.
///
/// @param path of the file; SQLite puts its log beside it
record DatabaseFile(Path path) {
    private static final String NAME = "passerby.db";

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    /// Makes folder and file, if they are missing.
    static DatabaseFile in(Path folder) throws StorageException {
        Path file = folder.resolve(NAME);
        try {
            // Not createDirectories with rights: it takes no symbolic link for a folder.
            if (!Files.isDirectory(folder)) Files.createDirectories(folder, forOwner("rwx------"));
            try {
                Files.createFile(file, forOwner("rw-------"));
            } catch (FileAlreadyExistsException e) {
                if (posix()) Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new StorageException(
                    folder, "data.dir (--data) must be a folder that this user may write to, or make: " + why(e));
        }
        return new DatabaseFile(file);
    }

    private static String why(IOException e) {
        return e.getClass().getSimpleName().replaceFirst("Exception$", "");
    }

    private static FileAttribute<?>[] forOwner(String rights) {
        if (!posix()) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }

    private static boolean posix() {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    Connection open(Duration lock) throws StorageException {
        var source = source(lock);
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    // By default a database from the future is taken for one of ours.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            return source.getConnection();
        } catch (FlywayValidateException e) {
            throw new StorageException(
                    path, "this database is of another version of Passerby: run that, or a newer one");
        } catch (FlywayException | SQLException e) {
            throw StorageException.of(path, e);
        }
    }

    private SQLiteDataSource source(Duration lock) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // Who reads and then writes holds the lock from the beginning: a command may write at the same time.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) lock.toMillis());
        // Nothing of what is sorted goes to a file that nobody wipes.
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }
}
