package chat.passerby.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A command that ends by itself.
final class Command {
    private Command() {}

    /// What it says, if it ends well.
    static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = process.onExit().join().exitValue();
            if (end != 0) throw new IllegalStateException("It ended with " + end + ": " + said);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
