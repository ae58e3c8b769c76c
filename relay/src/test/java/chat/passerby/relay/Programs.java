package chat.passerby.relay;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of this machine that nobody of us wrote.
final class Programs {
    private Programs() {}

    static void assumeInstalled(String program) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                "Skipped: no " + program + " here (Debian, Ubuntu: apt-get install coturn)");
    }

    /// What it says until it ends, or for a minute.
    static String run(Path folder, String... command) throws Exception {
        Path said = Files.createTempFile(folder, "said", "");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        return Files.readString(said) + (ended ? "" : "\n(did not end)");
    }
}
