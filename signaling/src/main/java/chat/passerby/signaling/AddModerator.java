package chat.passerby.signaling;

import chat.passerby.signaling.moderation.Invitation;
import chat.passerby.signaling.moderation.Moderators;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `passerby moderator add`: makes a moderator, and prints the link to make a passkey with.
@Command(
        name = "add",
        description = "Make a moderator, and print a link for them that is good once, within 24 hours.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class AddModerator implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Parameters(paramLabel = "NAME", description = "What the other moderators call them.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (var roster = Roster.open(where)) {
            if (!Moderators.canBeNamed(name))
                return roster.refuse(spec, "A name is 1 to 40 letters, digits, spaces, dots, - or _.");
            Optional<Invitation> invitation = roster.moderators().add(name, Instant.now());
            if (invitation.isEmpty())
                return roster.refuse(spec, name + " is a moderator already: 'moderator invite' makes a new link.");
            return roster.print(spec, invitation.get());
        }
    }
}
