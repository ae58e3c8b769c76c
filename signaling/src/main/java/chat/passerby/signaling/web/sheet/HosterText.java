package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words that the hoster may replace by a file of their own. Immutable; any thread, and each reading waits for the
/// disk.
///
/// @param setting the key that names the file
/// @param file    the hoster's; without it, ours
/// @param ours    what it is called in the jar
record HosterText(Key setting, @Nullable Path file, String ours) {
    /// Sixty pages. More is a file that was named by mistake.
    static final int LONGEST = 128 * 1024;

    /// What stands there now.
    ///
    /// @throws InvalidSettings with what is wrong with the file
    String read() throws InvalidSettings {
        if (file == null) return readOurs();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) throw wrong("is longer than " + LONGEST / 1024 + " kB");
            String words = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (words.isBlank()) throw wrong("is empty");
            // Some editors begin a file with a mark for the order of bytes.
            return words.startsWith("\uFEFF") ? words.substring(1) : words;
        } catch (NoSuchFileException e) {
            throw wrong("does not exist");
        } catch (CharacterCodingException e) {
            throw wrong("must be UTF-8");
        } catch (IOException e) {
            throw wrong("cannot be read by this user");
        }
    }

    InvalidSettings wrong(String words) {
        return new InvalidSettings(List.of(setting + ": " + file + " " + words));
    }

    private String readOurs() {
        try (@Nullable InputStream in = HosterText.class.getResourceAsStream(ours)) {
            if (in == null) throw new IllegalStateException(ours + " is missing beside HosterText");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
