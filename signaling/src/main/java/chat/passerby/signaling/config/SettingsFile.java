package chat.passerby.signaling.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A file of settings: `key = value`, UTF-8 (the form of [Properties]), every key once.
final class SettingsFile {
    private static final String DEFAULTS = "passerby-defaults.properties";

    private SettingsFile() {}

    static String defaults() {
        try (@Nullable InputStream in = SettingsFile.class.getResourceAsStream(DEFAULTS)) {
            if (in == null) throw new IllegalStateException(DEFAULTS + " is missing beside SettingsFile");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> readDefaults() {
        try {
            return parse(new StringReader(defaults()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> read(Path file) throws InvalidSettings {
        try (Reader in = Files.newBufferedReader(file)) {
            return parse(in);
        } catch (NoSuchFileException e) {
            throw new InvalidSettings(List.of(file + " does not exist: --config must name a file of settings"));
        } catch (CharacterCodingException e) {
            throw new InvalidSettings(List.of(file + " must be UTF-8"));
        } catch (IOException e) {
            throw new InvalidSettings(List.of(file + " cannot be read as settings: " + e.getMessage()));
        }
    }

    private static Map<String, String> parse(Reader in) throws IOException {
        var lines = new Lines();
        try {
            lines.load(in);
        } catch (IllegalArgumentException badEscape) {
            throw new IOException(badEscape.getMessage());
        }
        return lines.values;
    }

    /// [Properties] would quietly take the last of two lines with one key.
    private static final class Lines extends Properties {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, String> values = new LinkedHashMap<>();

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            if (values.putIfAbsent((String) key, ((String) value).strip()) != null)
                throw new IllegalArgumentException(key + " is there twice");
            return null;
        }
    }
}
