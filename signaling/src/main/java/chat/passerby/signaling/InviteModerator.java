package chat.passerby.signaling;

import chat.passerby.signaling.moderation.Invitation;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `passerby moderator invite`: a new link, for another device or after a lost one.
@Command(
        name = "invite",
        description = "Print a new link for a moderator: for another device, or a lost passkey.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class InviteModerator implements Callable<Integer> {
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
            Optional<Invitation> invitation = roster.moderators().invite(name, Instant.now());
            if (invitation.isEmpty()) return roster.refuse(spec, Roster.unknown(name));
            return roster.print(spec, invitation.get());
        }
    }
}
