package chat.passerby.bench.relay;

import chat.passerby.bench.Unavailable;
import chat.passerby.turn.CoturnFile;
import chat.passerby.turn.InvalidTurnSettings;
import chat.passerby.turn.TurnSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The two that are compared. Both are run as a hoster runs them, from the same settings.
enum Brand {
    OURS("ours", Brand.LOWEST) {
        @Override
        List<String> command(Path folder, Map<String, String> texts) throws IOException {
            Path file = folder.resolve("ours.properties");
            var lines = new ArrayList<>(List.of("data.dir=" + folder.resolve("data")));
            texts.forEach((key, value) -> lines.add(key + "=" + value));
            Files.write(file, lines);
            var command = new ArrayList<>(List.of(java("java")));
            command.addAll(JVM);
            command.addAll(List.of("-jar", jar(), "relay", "--config", file.toString()));
            return command;
        }
    },
    COTURN("coturn", 23_000) {
        @Override
        List<String> command(Path folder, Map<String, String> texts) throws IOException, InvalidTurnSettings {
            Path file = folder.resolve("turnserver.conf");
            Files.writeString(file, CoturnFile.render(TurnSettings.read(texts)));
            return List.of(PROGRAM, "-c", file.toString(), "--pidfile=");
        }
    };

    /// The first port that any of them relays from.
    static final int LOWEST = 20_000;

    private static final String PROGRAM = "turnserver";
    /// As the launcher has them, and besides what tells how much memory is not heap.
    private static final List<String> JVM = List.of(
            "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", "-XX:NativeMemoryTracking=summary");

    private final String text;
    private final int firstPort;

    Brand(String text, int firstPort) {
        this.text = text;
        this.firstPort = firstPort;
    }

    /// To relay from: below those that the kernel hands out by itself, and apart from the other's.
    int firstPort() {
        return firstPort;
    }

    /// How it is started.
    ///
    /// @param texts the settings `turn.*`
    abstract List<String> command(Path folder, Map<String, String> texts) throws IOException, InvalidTurnSettings;

    /// Says what is missing, before anything is started.
    static void needAll() throws Unavailable {
        boolean coturn = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
        if (!coturn)
            throw new Unavailable(
                    "No coturn here, and nothing to compare with. Debian, Ubuntu: apt-get install coturn");
        if (!Files.isReadable(Sockets.TABLE))
            throw new Unavailable("Packets are counted with " + Sockets.TABLE + ", which only Linux has.");
        if (!Files.isExecutable(Path.of(java("jcmd"))))
            throw new Unavailable("Memory is read by jcmd, which is in a JDK: set JAVA_HOME to one.");
        jar();
    }

    /// A program of the JDK that this runs on.
    static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static String jar() throws Unavailable {
        String jar = System.getProperty("passerby.jar", "");
        if (!Files.isRegularFile(Path.of(jar)))
            throw new Unavailable("The property passerby.jar must name Passerby's jar: ./passerby bench sets it.");
        return jar;
    }

    @Override
    public String toString() {
        return text;
    }
}
