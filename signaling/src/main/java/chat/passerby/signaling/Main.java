package chat.passerby.signaling;

import chat.passerby.relay.RelayException;
import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.ops.CannotListen;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.turn.InvalidTurnSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.Properties;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/// The command line. What an operator can mend is said in a line or two, and ends with 1, or with 2 if what was typed
/// or
/// set was wrong; a stack trace is a bug of ours.
@Command(
        name = "passerby",
        description = "Random video and text chat that you host yourself.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class,
        subcommands = {
            Serve.class,
            PrintSettings.class,
            Moderator.class,
            YearReport.class,
            TurnConfig.class,
            RunRelay.class,
            Examine.class
        })
public final class Main extends Chapter {
    private static final int FAILED = 1;
    private static final int WRONG = 2;
    private static final String LEAK_DETECTION = "io.netty.leakDetection.level";

    public static void main(String... args) {
        configureLogs();
        configureNetty();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
    }

    private static int explain(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter err = command.getErr();
        return switch (thrown) {
            case InvalidSettings settings -> {
                settings.problems().forEach(err::println);
                yield WRONG;
            }
            case InvalidTurnSettings settings -> {
                settings.problems().forEach(err::println);
                yield WRONG;
            }
            case StorageException storage -> {
                err.println(storage.getMessage());
                yield FAILED;
            }
            case RelayException relay -> {
                err.println(relay.getMessage());
                yield FAILED;
            }
            case CannotListen taken -> {
                err.println(taken.getMessage());
                yield FAILED;
            }
            case IOException io
            when io.getCause() instanceof BindException taken -> {
                err.println(io.getMessage() + ": " + taken.getMessage());
                err.println(advice(String.valueOf(taken.getMessage())));
                yield FAILED;
            }
            default -> throw thrown;
        };
    }

    private static String advice(String why) {
        return why.contains("ermission")
                ? "Ports below 1024 need a right, CAP_NET_BIND_SERVICE (systemd: AmbientCapabilities=CAP_NET_BIND_SERVICE);"
                        + " or choose another --port, behind a proxy."
                : "Choose another --port or --host, or stop what listens there.";
    }

    /// An operator's own configuration of java.util.logging comes first.
    private static void configureLogs() {
        if (System.getProperty("java.util.logging.config.file") != null) return;
        try (InputStream in = resource("logging.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By itself, Netty remembers where one buffer in 128 was made, to tell who never gave it back: a twentieth of the
    /// relay's CPU, and of use to its authors alone.
    private static void configureNetty() {
        if (System.getProperty(LEAK_DETECTION) == null) System.setProperty(LEAK_DETECTION, "disabled");
    }

    private static InputStream resource(String name) {
        @Nullable InputStream in = Main.class.getResourceAsStream(name);
        if (in == null) throw new IllegalStateException(name + " is missing beside Main");
        return in;
    }

    static final class Build implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            var build = new Properties();
            try (InputStream in = resource("build.properties")) {
                build.load(in);
            }
            return new String[] {"passerby " + build.getProperty("version") + " (" + build.getProperty("commit") + ")"};
        }
    }
}
