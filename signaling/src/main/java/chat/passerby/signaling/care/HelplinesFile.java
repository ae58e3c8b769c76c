package chat.passerby.signaling.care;

import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.protocol.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/// Where the helplines are: in the hoster's file, or in the jar. Read once, at start.
public final class HelplinesFile {
    /// In the data folder it is found by itself.
    public static final String NAME = "helplines.json";

    private static final JsonMapper JSON = StrictJson.mapper();

    private HelplinesFile() {}

    /// What the hoster says, else what is in the data folder, else what comes with Passerby.
    ///
    /// @param file of the settings
    /// @param data the data folder
    /// @throws InvalidSettings names the field that is wrong
    public static Helplines read(@Nullable Path file, Path data) throws InvalidSettings {
        Path own = data.resolve(NAME);
        if (file != null) return read(file);
        return Files.exists(own) ? read(own) : shipped();
    }

    private static Helplines read(Path file) throws InvalidSettings {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw problem(file + " cannot be read");
        }
    }

    static Helplines shipped() {
        try (InputStream in = HelplinesFile.class.getResourceAsStream(NAME)) {
            if (in == null) throw new IllegalStateException("the jar has no helplines");
            return parse("the jar's " + NAME, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSettings e) {
            throw new IllegalStateException("the jar's helplines do not fit", e);
        }
    }

    static Helplines parse(String where, byte[] text) throws InvalidSettings {
        if (text.length > Bounds.MESSAGE) throw problem(where + " must have " + Bounds.MESSAGE + " bytes at most");
        try {
            return StrictJson.read(JSON, text, Helplines.class);
        } catch (DatabindException wrong) {
            throw problem(where + ": " + path(wrong) + rule(wrong));
        } catch (IllegalArgumentException empty) {
            throw problem(where + ": " + empty.getMessage());
        } catch (JacksonException syntax) {
            var at = syntax.getLocation();
            throw problem(where + " is not JSON"
                    + (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr()));
        }
    }

    private static InvalidSettings problem(String words) {
        return new InvalidSettings(List.of(Key.CARE_HELPLINES_FILE + ": " + words));
    }

    /// As it is served to the page.
    public static byte[] json(Helplines helplines) {
        return JSON.writeValueAsBytes(helplines);
    }

    /// countries[3].lines[0]
    private static String path(DatabindException wrong) {
        String path = wrong.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "" : path.substring(1) + ": ";
    }

    private static String rule(DatabindException wrong) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause())
            if (cause instanceof IllegalArgumentException rule && rule.getMessage() != null) return rule.getMessage();
        return String.valueOf(wrong.getOriginalMessage()).lines().findFirst().orElse("does not fit");
    }
}
