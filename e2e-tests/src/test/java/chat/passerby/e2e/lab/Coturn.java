package chat.passerby.e2e.lab;

import chat.passerby.e2e.stage.JarProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.support.ui.FluentWait;

/// Debian's coturn, with the file that `passerby turn-config coturn` prints. Confined to one thread.
final class Coturn implements Relay {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Path folder;
    private final Path file;
    private final Certificate certificate;
    private final Path log;
    private @Nullable Process process;

    Coturn(Path folder, Certificate certificate, Path log) {
        this.folder = folder;
        file = folder.resolve("turnserver.conf");
        this.certificate = certificate;
        this.log = log;
    }

    @Override
    public String name() {
        return "coturn";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "turn.tls-cert", certificate.chain().toString(),
                "turn.tls-key", certificate.key().toString());
    }

    @Override
    public void start(Path settings) {
        try {
            if (!Files.exists(file)) render(settings);
            List<String> command = new ArrayList<>(Network.at(Network.SERVER));
            command.addAll(List.of("turnserver", "-c", file.toString(), "--pidfile="));
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitListening(PATIENCE);
    }

    @Override
    public void kill() {
        if (process != null) process.destroyForcibly().onExit().join();
    }

    private void render(Path settings) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        List<String> command = JarProcess.command(List.of(), "turn-config", "coturn", "--config", settings.toString());
        Process rendering = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectOutput(file.toFile())
                .start();
        try {
            if (rendering.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && rendering.exitValue() == 0) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rendering.destroyForcibly();
        throw new IllegalStateException("turn-config coturn failed");
    }

    /// TLS comes last.
    private void awaitListening(Duration patience) {
        new FluentWait<>(log)
                .withTimeout(patience)
                .pollingEvery(Duration.ofMillis(20))
                .withMessage(() -> "coturn listens; see " + log.toAbsolutePath())
                .until(file -> Network.ask(Network.SERVER, "ss", "-Hltn", "sport = :443")
                        .contains("203.0.113.10:443"));
    }
}
