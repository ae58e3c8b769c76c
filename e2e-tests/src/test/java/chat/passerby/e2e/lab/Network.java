package chat.passerby.e2e.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The namespaces, cables and NATs. Their names hold the number of this process, so that two runs do not meet, and the
/// next run takes down what a killed one left. Confined to one thread.
final class Network implements AutoCloseable {
    /// The machine in the internet that has Passerby and the relay.
    static final String SERVER = "pub";

    private static final Path SCRIPTS = Path.of("natlab").toAbsolutePath();
    private static final String NAME = "passerby-lab-" + ProcessHandle.current().pid();

    Network() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        natlab("up");
    }

    /// Why there can be no lab here, if there cannot.
    static Optional<String> missing() {
        Said said = run(script("possible"));
        return said.well() ? Optional.empty() : Optional.of(said.words());
    }

    void put(Home home, Nat nat) {
        natlab("nat", home.site(), nat.word());
    }

    void lose(int percent) {
        natlab("loss", Integer.toString(percent));
    }

    /// What runs a command at a node.
    static List<String> at(String node) {
        return List.of("ip", "netns", "exec", NAME + "-" + node);
    }

    /// What a command says that runs there, and ends.
    static String ask(String node, String... command) {
        Said said = run(Stream.concat(at(node).stream(), Stream.of(command)).toList());
        if (!said.well()) throw new IllegalStateException(String.join(" ", command) + ": " + said.words());
        return said.words();
    }

    /// A driver for a browser there.
    static Path driver() {
        return SCRIPTS.resolve("chromedriver");
    }

    static Map<String, String> environment(Home home) {
        return Map.of("NATLAB", NAME, "NATLAB_HOME", home.node());
    }

    @Override
    public void close() {
        natlab("down");
    }

    private static void natlab(String... words) {
        Said said = run(script(words));
        if (!said.well()) throw new IllegalStateException("natlab.sh " + String.join(" ", words) + ": " + said.words());
    }

    private static List<String> script(String... words) {
        List<String> command = new ArrayList<>();
        command.add(SCRIPTS.resolve("natlab.sh").toString());
        command.addAll(List.of(words));
        return command;
    }

    private record Said(boolean well, String words) {}

    private static Said run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("NATLAB", NAME);
            Process process = builder.start();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor() == 0, words.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
