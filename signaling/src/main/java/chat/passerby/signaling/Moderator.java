package chat.passerby.signaling;

import picocli.CommandLine.Command;

/// `passerby moderator`: what those who look after the place do.
@Command(
        name = "moderator",
        description = "Look after the place.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class,
        subcommands = {
            AddModerator.class,
            InviteModerator.class,
            ListModerators.class,
            RemoveModerator.class,
            ListReports.class
        })
final class Moderator extends Chapter {}
