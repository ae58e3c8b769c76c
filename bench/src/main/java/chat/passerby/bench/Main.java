package chat.passerby.bench;

import chat.passerby.bench.relay.BenchRelay;
import chat.passerby.turn.InvalidTurnSettings;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// `./passerby bench`: alone, it tells which benchmarks there are. A new one is a new command below it.
@Command(
        name = "passerby bench",
        description = "Run Passerby beside what others have made, under the same load, and compare.",
        subcommands = BenchRelay.class)
public final class Main implements Runnable {
    /// As the launcher ends when something is not installed (EX_UNAVAILABLE).
    private static final int LACKING = 69;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say this, and do nothing.")
    @SuppressWarnings("UnusedVariable") // picocli asks the annotation
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
    }

    private static int explain(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter err = command.getErr();
        switch (thrown) {
            case Unavailable lacking -> err.println(lacking.getMessage());
            case InvalidTurnSettings settings -> settings.problems().forEach(err::println);
            default -> throw thrown;
        }
        return LACKING;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
