package chat.passerby.signaling;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `passerby moderator remove NAME`.
@Command(
        name = "remove",
        description = "Remove a moderator: their passkeys end at once, their decisions stand.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class RemoveModerator extends Appointment {
    @Parameters(paramLabel = "NAME", description = "Of the moderator.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Override
    int with(Moderators moderators, Settings settings, Instant now) throws StorageException {
        if (!moderators.remove(name, now))
            return refuse("There is no moderator of this name: 'passerby moderator list' tells who there is.");
        out().println(name + " is no moderator any more.");
        return 0;
    }
}
