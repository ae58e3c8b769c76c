package chat.passerby.signaling;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Invitation;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `passerby moderator add NAME`.
@Command(
        name = "add",
        description = "Make a moderator, and print the link with which they make their passkey: once, within a day.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class AddModerator extends Appointment {
    @Parameters(paramLabel = "NAME", description = "Other moderators see it; visitors do not.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Override
    int with(Moderators moderators, Settings settings, Instant now) throws StorageException {
        if (!Moderators.canBeNamed(name))
            return refuse("A name must have 1 to 40 letters, digits, spaces, dots, - or _, and begin with a letter or"
                    + " digit.");
        Optional<Invitation> invitation = moderators.add(name, now);
        if (invitation.isEmpty())
            return refuse(name + " is a moderator already. For another device or a lost passkey: passerby moderator"
                    + " invite \"" + name + "\"");
        print(invitation.get(), settings);
        return 0;
    }
}
