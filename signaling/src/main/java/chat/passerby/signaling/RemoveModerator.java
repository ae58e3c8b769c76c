package chat.passerby.signaling;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `passerby moderator remove`: out at once, and no way back in.
@Command(
        name = "remove",
        description = "Remove a moderator, signed in or not. What they decided stands.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class RemoveModerator implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Parameters(paramLabel = "NAME", description = "As 'moderator list' says it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (var roster = Roster.open(where)) {
            if (!roster.moderators().remove(name, Instant.now())) return roster.refuse(spec, Roster.unknown(name));
            spec.commandLine().getOut().println(name + " is no moderator any more.");
            return 0;
        }
    }
}
