package chat.passerby.turn;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// What a TURN server and Passerby both know, and nobody else. Immutable; it does not print.
public record SharedSecret(String value) {
    /// What coturn reads from a line of its file as it is written: no blank, no quote, no `=` but at the end.
    private static final Pattern FIT_FOR_COTURN = Pattern.compile("[A-Za-z0-9+/_-]{32,128}={0,2}");

    /// Reads a secret of our own.
    ///
    /// @throws IllegalArgumentException with what is wrong with the file: "must …"
    static SharedSecret read(Path file) {
        String value = PrivateFile.read(file).strip();
        if (FIT_FOR_COTURN.matcher(value).matches()) return new SharedSecret(value);
        throw new IllegalArgumentException(
                "must hold one line of 32 to 128 letters and digits, as `openssl rand -hex 32` makes them: " + file);
    }

    @Override
    public String toString() {
        return "SharedSecret[]";
    }
}
