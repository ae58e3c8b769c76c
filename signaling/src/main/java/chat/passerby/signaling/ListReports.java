package chat.passerby.signaling;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.Measures;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.moderation.StoredReport;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `passerby moderator reports`: what visitors reported, newest first. The server may run meanwhile.
@Command(
        name = "reports",
        description = "Print what visitors reported, newest first.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class ListReports implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Option(names = "--json", description = "As JSON, for other programs.")
    private boolean json;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "100",
            description = "No more than these: ${DEFAULT-VALUE}.")
    private int most;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = where.read(Map.of());
        Path folder = settings.data();
        if (!where.hasDatabase(settings, spec)) return 1;
        try (Store store = Store.open(folder)) {
            Office office = Office.of(store, Secrets.load(folder), settings.moderation());
            Instant now = Instant.now();
            print(
                    new Cases(office, Measures.load(office, now)).newest(most),
                    spec.commandLine().getOut());
        }
        return 0;
    }

    private void print(List<StoredReport> reports, PrintWriter out) {
        if (json) out.println(ReportJson.of(reports));
        else if (reports.isEmpty()) out.println("No reports.");
        else reports.forEach(report -> out.print(ReportText.of(report)));
        out.flush();
    }
}
