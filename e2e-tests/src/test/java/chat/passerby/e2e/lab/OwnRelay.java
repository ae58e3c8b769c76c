package chat.passerby.e2e.lab;

import chat.passerby.e2e.stage.JarProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `passerby relay`, with the settings of the page's server. Confined to one thread.
final class OwnRelay implements Relay {
    private final Certificate certificate;
    private final Path log;
    private @Nullable JarProcess process;

    OwnRelay(Certificate certificate, Path log) {
        this.certificate = certificate;
        this.log = log;
    }

    @Override
    public String name() {
        return "Passerby's own relay";
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
            process = JarProcess.relay(Network.at(Network.SERVER), log, "--config", settings.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void kill() {
        if (process != null) process.kill();
    }
}
