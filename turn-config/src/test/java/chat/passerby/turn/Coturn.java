package chat.passerby.turn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The coturn of this machine, run with a rendered file. `./passerby test` installs it where that is easy.
final class Coturn implements AutoCloseable {
    private final Process process;
    private final Path log;
    final int port;

    private Coturn(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    static void assumeInstalled() {
        assumeTrue(
                installed("turnserver") && installed("turnutils_uclient"),
                "Skipped: no coturn here (Debian, Ubuntu: apt-get install coturn)");
    }

    static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// A port that nobody has for UDP, low enough not to be handed out to anybody meanwhile.
    static int freePort() {
        while (true) {
            int port = 20_000 + new SecureRandom().nextInt(10_000);
            try (var socket = new DatagramSocket(port, InetAddress.ofLiteral("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
    }

    /// Starts it and waits until it answers.
    static Coturn start(Path folder, TurnSettings settings) throws Exception {
        return start(folder, settings, UnaryOperator.identity());
    }

    /// @param change what a hoster did to the file
    static Coturn start(Path folder, TurnSettings settings, UnaryOperator<String> change) throws Exception {
        return start(folder, settings, change, List.of());
    }

    /// On a machine whose clock is wrong.
    ///
    /// @param minutes such as +20
    static Coturn startAt(Path folder, TurnSettings settings, String minutes) throws Exception {
        return start(folder, settings, UnaryOperator.identity(), WrongClock.command(minutes));
    }

    private static Coturn start(Path folder, TurnSettings settings, UnaryOperator<String> change, List<String> before)
            throws Exception {
        String text = change.apply(CoturnFile.render(settings));
        Path file = Given.file(folder.resolve("turnserver.conf"), text, "rw-------");
        Path log = folder.resolve("coturn.log");
        var command = new ArrayList<>(before);
        command.addAll(List.of("turnserver", "-c", file.toString(), "--pidfile="));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var coturn = new Coturn(process, log, settings.place().port());
        try (var client = new StunClient(coturn.port)) {
            client.bind();
        } catch (IOException silent) {
            coturn.close();
            throw new AssertionError("coturn does not answer: " + coturn.log(), silent);
        }
        return coturn;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /// What a program says within half a minute.
    static String run(Path folder, String... command) throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        return Files.readString(said) + (ended ? "" : "\n(did not end)");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
