package chat.passerby.e2e.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.support.ui.FluentWait;

/// Every packet between a home's machine and some addresses, while it runs. Confined to one thread.
public final class Capture {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Path packets;

    private Capture(Process process, Path packets) {
        this.process = process;
        this.packets = packets;
    }

    static Capture at(Home home, List<String> addresses, Path folder) {
        try {
            Path packets = Files.createTempFile(folder, "packets", "");
            Path remarks = Files.createTempFile(folder, "tcpdump", "");
            List<String> command = new ArrayList<>(Network.at(home.node()));
            command.addAll(List.of("tcpdump", "-n", "-l", "--immediate-mode", "-i", "eth0"));
            command.add("host " + String.join(" or host ", addresses));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(packets.toFile())
                    .redirectError(remarks.toFile())
                    .start();
            new FluentWait<>(remarks)
                    .withTimeout(PATIENCE)
                    .pollingEvery(Duration.ofMillis(20))
                    .withMessage(() -> "tcpdump listens")
                    .until(said -> read(said).contains("listening on"));
            return new Capture(process, packets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it. One packet a line, as tcpdump writes it.
    public List<String> packets() {
        process.destroy();
        process.onExit().join();
        return read(packets).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
