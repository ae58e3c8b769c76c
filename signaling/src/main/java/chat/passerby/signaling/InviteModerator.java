package chat.passerby.signaling;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Invitation;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `passerby moderator invite NAME`.
@Command(
        name = "invite",
        description = "Print a new link for a moderator: for another device, or after a passkey was lost.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class InviteModerator extends Appointment {
    @Parameters(paramLabel = "NAME", description = "Of the moderator.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Override
    int with(Moderators moderators, Settings settings, Instant now) throws StorageException {
        Optional<Invitation> invitation = moderators.invite(name, now);
        if (invitation.isEmpty())
            return refuse("There is no moderator of this name: 'passerby moderator list' tells who there is.");
        print(invitation.get(), settings);
        return 0;
    }
}
