package chat.passerby.turn;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files with secrets in them: read only while nobody else can.
final class PrivateFile {
    private static final Set<PosixFilePermission> OPEN =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    private PrivateFile() {}

    /// The text of a file.
    ///
    /// @throws IllegalArgumentException with what is wrong with the file: "must …"
    static String read(Path file) {
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
            throw new IllegalArgumentException("must be readable for Passerby: " + file, e);
        }
    }

    /// Where a file system knows no owners, there is nothing to check.
    private static boolean open(Path file) throws IOException {
        @Nullable PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && !Collections.disjoint(view.readAttributes().permissions(), OPEN);
    }
}
