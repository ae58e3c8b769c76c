package chat.passerby.e2e.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// This build's jar as a process, with a data folder of its own and [#LANES]. All it says is in `target/passerby.log`.
/// Confined to one thread.
public final class PackagedJar implements Deployment {
    /// The closed lines that it has.
    public static final List<String> LANES = List.of("first-quiet-lane", "second-quiet-lane");

    private static final Path JAR = Path.of(System.getProperty("passerby.jar", "../signaling/target/passerby.jar"));
    private static final Path LOG = Path.of("target", "passerby.log");
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Wire wire = new Wire();
    private final TemporaryFolder home = TemporaryFolder.make();
    private Process process;
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

    /// `kill -9`: no farewell to anybody.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
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
        process.destroy();
        wire.close();
        process.onExit().join();
        home.close();
    }

    private Process launch() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process started = new ProcessBuilder(
                        java.toString(),
                        "-XX:+UseCompactObjectHeaders",
                        "-jar",
                        JAR.toString(),
                        "serve",
                        "--config",
                        home.path().resolve("settings").toString(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        port = awaitPort(started);
        wire.leadTo(port);
        requireReady();
        return started;
    }

    private static int awaitPort(Process started) {
        var printed = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> keepLog(started, printed));
        try {
            return printed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            started.destroyForcibly();
            throw new IllegalStateException("The server printed no address; see " + LOG.toAbsolutePath(), e);
        }
    }

    private static void keepLog(Process started, CompletableFuture<Integer> printed) {
        try (BufferedReader said = started.inputReader();
                Writer log = Files.newBufferedWriter(LOG, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                log.append(line).append('\n').flush();
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) printed.complete(Integer.valueOf(address.group(1)));
            }
        } catch (IOException e) {
            printed.completeExceptionally(e);
        }
        printed.completeExceptionally(new IllegalStateException("The server ended"));
    }

    private void requireReady() throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address().resolve("/readyz"))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException("Not ready: " + answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
