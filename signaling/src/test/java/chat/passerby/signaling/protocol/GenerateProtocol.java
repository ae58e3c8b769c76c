package chat.passerby.signaling.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes what is derived from the records: `./passerby generate`.
public final class GenerateProtocol {
    private GenerateProtocol() {}

    /// @param arguments the repository's root
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<Path, String> file : files(Path.of(arguments[0])).entrySet())
            Files.writeString(file.getKey(), file.getValue());
    }

    static Map<Path, String> files(Path root) {
        return Map.of(
                root.resolve("docs/protocol/schema.json"), new Schema().text(),
                root.resolve("web-client/src/protocol.generated.ts"), new TypeScript().text());
    }
}
