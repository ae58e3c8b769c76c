package chat.passerby.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// This build's jar as a process, with a data folder of its own and [#LANES]. All it says is in `target/passerby.log`.
/// Confined to one thread.
public final class PackagedJar implements Deployment {
    /// The closed lines that it has.
    public static final List<String> LANES = List.of("first-quiet-lane", "second-quiet-lane");

    private static final Pattern INVITATION = Pattern.compile("/moderate#invite=\\S+");
    private static final Path LOG = Path.of("target", "passerby.log");

    private final Wire wire = new Wire();
    private final TemporaryFolder home = TemporaryFolder.make();
    private JarProcess process;
    private int port;

    private PackagedJar() throws IOException {
        var settings = new Properties();
        settings.setProperty("data.dir", home.path().resolve("data").toString());
        settings.setProperty("lanes", String.join(",", LANES));
        settings.setProperty("site.origins", "http://localhost:" + wire.port());
        try (Writer out = Files.newBufferedWriter(home.path().resolve("settings"))) {
            settings.store(out, null);
        }
        Files.deleteIfExists(LOG);
        process = launch();
    }

    static PackagedJar start() {
        try {
            return new PackagedJar();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public Optional<String> lane() {
        return Optional.empty();
    }

    /// Another way to the same server.
    public Wire wire() {
        return wire;
    }

    /// `passerby moderator add`, while the server runs.
    ///
    /// @return the link that is good once
    public URI invites(String name) {
        String settings = home.path().resolve("settings").toString();
        String said = Command.run(JarProcess.command(List.of(), "moderator", "add", name, "--config", settings));
        Matcher link = INVITATION.matcher(said);
        if (!link.find()) throw new IllegalStateException("No link in: " + said);
        return address().resolve(link.group());
    }

    /// `kill -9`: no farewell to anybody.
    public void kill() {
        process.kill();
    }

    /// Starts it again, at the same address and with the same data.
    public void restart() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        wire.close();
        home.close();
    }

    private JarProcess launch() throws IOException {
        String settings = home.path().resolve("settings").toString();
        JarProcess started = JarProcess.serve(List.of(), LOG, "--config", settings, "--port", Integer.toString(port));
        port = URI.create(started.address()).getPort();
        wire.leadTo(port);
        requireReady();
        return started;
    }

    private void requireReady() throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address().resolve("/readyz"))
                            .timeout(JarProcess.PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException("Not ready: " + answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
