package chat.passerby.relay.credential;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files with secrets in them: read only while nobody else can.
public final class PrivateFile {
    private static final Set<PosixFilePermission> OPEN =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    private PrivateFile() {}

    /// The text of a file.
    ///
    /// @throws IllegalArgumentException with what is wrong with the file: "must …"
    public static String read(Path file) {
        try {
            if (Files.isDirectory(file)) throw new IllegalArgumentException("must name a file, not a folder: " + file);
            if (open(file))
                throw new IllegalArgumentException("must not be open to other users: chmod 600 (or 640) " + file);
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("must name a file that exists, not " + file, e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("must be text (UTF-8): " + file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("must be readable for this user: " + file, e);
        }
    }

    /// A new file that its owner alone can read. Whoever makes the same one at the same time wins: theirs is left.
    ///
    /// @throws IllegalArgumentException with what is wrong with the place: "must …"
    static void make(Path file, String text) {
        try {
            @Nullable Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.createFile(file, only(file));
            Files.writeString(file, text);
        } catch (FileAlreadyExistsException theirs) {
            // read next, and judged as any other
        } catch (IOException e) {
            throw new IllegalArgumentException("must be in a folder that can be written to, or exist: " + file, e);
        }
    }

    private static FileAttribute<?>[] only(Path file) {
        boolean owners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return owners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
                }
                : new FileAttribute<?>[0];
    }

    /// Where a file system knows no owners, there is nothing to check.
    private static boolean open(Path file) throws IOException {
        @Nullable PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && !Collections.disjoint(view.readAttributes().permissions(), OPEN);
    }
}
