package chat.passerby.signaling;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.moderation.Transparency;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `passerby report`: the figures of a year, for an authority and for the hoster.
@Command(
        name = "report",
        description = "Print the figures of a year, as the EU's Digital Services Act asks for them (article 15).",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class YearReport implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Mixin
    private final Where where = new Where();

    @Option(names = "--year", paramLabel = "N", description = "Of which year: this one by default.")
    private int year = LocalDate.now(ZoneOffset.UTC).getYear();

    @ArgGroup
    private final Form form = new Form();

    /// One of them.
    private static final class Form {
        @Option(names = "--json", description = "As JSON, for other programs.")
        private boolean json;

        @Option(names = "--csv", description = "As CSV, for a spreadsheet.")
        private boolean csv;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private record Written(int year, boolean auditWhole, List<Map<String, String>> months) {}

    @Override
    public Integer call() throws Exception {
        Settings settings = where.read(Map.of());
        if (!where.hasDatabase(settings, spec)) return 1;
        try (Store store = Store.open(settings.data())) {
            var transparency = new Transparency(Office.of(store, Secrets.load(settings.data()), settings.moderation()));
            boolean whole = transparency.verify().isEmpty();
            print(new YearFigures(year, transparency.months()), whole);
            if (whole) return 0;
            spec.commandLine()
                    .getErr()
                    .println("The audit was changed by somebody else than Passerby, or passerby.key is another than"
                            + " before: these figures cannot be trusted.");
            return 1;
        }
    }

    private void print(YearFigures figures, boolean whole) {
        PrintWriter out = spec.commandLine().getOut();
        if (form.json) out.println(JSON.writeValueAsString(new Written(year, whole, figures.rows())));
        else if (form.csv) out.print(figures.csv());
        else if (figures.months().isEmpty()) out.println("Nothing is counted of " + year + ".");
        else
            for (Map<String, String> row : figures.rows()) row.forEach((name, value) -> out.println(line(name, value)));
        out.flush();
    }

    private static String line(String name, String value) {
        return name.equals("month") ? value : "  " + name + ": " + (value.isEmpty() ? "—" : value);
    }
}
