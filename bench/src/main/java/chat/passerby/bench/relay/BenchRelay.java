package chat.passerby.bench.relay;

import chat.passerby.bench.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./passerby bench relay`: our relay and coturn, in turn.
@Command(
        name = "relay",
        description = "Our relay and coturn, in turn under the same load: CPU per packet, packets a second, memory.",
        showDefaultValues = true)
public final class BenchRelay implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say this, and do nothing.")
    @SuppressWarnings("UnusedVariable") // picocli asks the annotation
    private boolean help;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "That count, after the first.")
    private int rounds;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Packets a second while CPU is counted, both ways together.")
    private int rate;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "5", description = "Of a round while CPU is counted.")
    private double seconds;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "20", description = "With a peer each.")
    private int clients;

    @Option(names = "--bytes", paramLabel = "N", defaultValue = "1000", description = "Of payload in each packet.")
    private int bytes;

    @Option(names = "--allocations", paramLabel = "N", defaultValue = "2000", description = "To measure memory with.")
    private int allocations;

    @Option(names = "--json", description = "Print all measurements as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Terms terms = terms();
        Brand.needAll();
        Path folder = Files.createTempDirectory("passerby-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        warnIfBusy(spec.commandLine().getErr());
        var contest = new Contest(terms, spec.commandLine().getErr());
        var report = new Report(Brand.COTURN.toString(), terms.toString(), contest.hold(folder));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? report.json() : "\n" + report.text());
        out.flush();
        return 0;
    }

    /// Both suffer alike, and the ratios with them: of packets lost most of all.
    private static void warnIfBusy(PrintWriter err) {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        if (machine.getSystemLoadAverage() < machine.getAvailableProcessors() / 2.0) return;
        err.printf(
                "This machine is busy (load %.1f, %d processors): expect figures that vary, and a low rate.%n",
                machine.getSystemLoadAverage(), machine.getAvailableProcessors());
    }

    private Terms terms() {
        try {
            return new Terms(rounds, rate, seconds, clients, bytes, allocations);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) Files.deleteIfExists(one);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
