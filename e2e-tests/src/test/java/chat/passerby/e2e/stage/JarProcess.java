package chat.passerby.e2e.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// This build's jar as it serves, until it is killed or closed. All it says is appended to a log. Confined to one
/// thread.
public final class JarProcess implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path JAR = Path.of(System.getProperty("passerby.jar", "../signaling/target/passerby.jar"));
    private static final Pattern READY = Pattern.compile("(?:Passerby|The relay) is ready: (.*)");

    private final Process process;
    private final String address;

    private JarProcess(Process process, Path log) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        address = awaitReady(process, log);
    }

    /// Starts and waits until it is ready.
    ///
    /// @param within a command that runs another one; nothing, to run here
    public static JarProcess serve(List<String> within, Path log, String... options) throws IOException {
        return start(within, "serve", log, options);
    }

    /// As [#serve], but the TURN server alone.
    public static JarProcess relay(List<String> within, Path log, String... options) throws IOException {
        return start(within, "relay", log, options);
    }

    private static JarProcess start(List<String> within, String word, Path log, String... options) throws IOException {
        List<String> command = new ArrayList<>(command(within, word));
        command.addAll(List.of(options));
        return new JarProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start(), log);
    }

    /// The jar, asked to do something.
    public static List<String> command(List<String> within, String... words) {
        List<String> command = new ArrayList<>(within);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseCompactObjectHeaders", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        return command;
    }

    /// Where it says that it is.
    String address() {
        return address;
    }

    /// `kill -9`: no farewell to anybody.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static String awaitReady(Process process, Path log) {
        var printed = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> keepLog(process, log, printed));
        try {
            return printed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException("The server printed no address; see " + log.toAbsolutePath(), e);
        }
    }

    private static void keepLog(Process process, Path file, CompletableFuture<String> printed) {
        try (BufferedReader said = process.inputReader();
                Writer log = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                log.append(line).append('\n').flush();
                Matcher ready = READY.matcher(line);
                if (ready.matches()) printed.complete(ready.group(1));
            }
        } catch (IOException e) {
            printed.completeExceptionally(e);
        }
        printed.completeExceptionally(new IllegalStateException("The server ended"));
    }
}
