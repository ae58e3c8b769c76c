package chat.passerby.turn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/// Settings as an operator would write them.
final class Given {
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final Map<String, String> texts = new HashMap<>(Map.of(
            "turn.realm", "chat.example.org",
            "turn.ttl", "600",
            "turn.port", "3478",
            "turn.tls-port", "5349",
            "turn.relay-ports", "49152-65535",
            "turn.user-quota", "12",
            "turn.total-quota", "1200",
            "turn.max-bps", "500000"));

    Given with(String key, Object value) {
        texts.put(key, value.toString());
        return this;
    }

    TurnSettings read() throws InvalidTurnSettings {
        return TurnSettings.read(texts);
    }

    static Path secret(Path file) throws IOException {
        return file(file, SECRET + "\n", "rw-------");
    }

    static Path file(Path file, String text, String permissions) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
