package chat.passerby.signaling.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of `docs/protocol`: the contract of both sides.
record Example(String name, JsonNode content) {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// @param prefix of the names: `client.`, `server.`, or nothing
    static List<Example> valid(String prefix) {
        return in("valid").filter(example -> example.name.startsWith(prefix)).toList();
    }

    static List<Example> invalid() {
        return in("invalid").toList();
    }

    /// What an invalid example would send.
    String text() {
        JsonNode raw = content.path("text");
        return raw.isString() ? raw.stringValue() : content.required("message").toString();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Stream<Example> in(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/protocol").resolve(folder))) {
            return files.sorted().map(Example::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example read(Path file) {
        return new Example(file.getFileName().toString(), MAPPER.readTree(file));
    }
}
