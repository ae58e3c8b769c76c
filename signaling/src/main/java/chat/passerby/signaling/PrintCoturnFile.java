package chat.passerby.signaling;

import chat.passerby.turn.CoturnFile;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `passerby turn-config coturn`: coturn's file, from the same settings that mint the credentials.
@Command(
        name = "coturn",
        description =
                "Print a hardened turnserver.conf for coturn, from the settings turn.*; it holds the shared secret.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class PrintCoturnFile implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        String file = CoturnFile.render(where.read(Map.of()).turn());
        spec.commandLine().getOut().print(file);
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().println("This holds the shared secret: let nobody but coturn read it.");
        return 0;
    }
}
