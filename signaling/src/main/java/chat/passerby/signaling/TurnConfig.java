package chat.passerby.signaling;

import picocli.CommandLine.Command;

/// `passerby turn-config`: the settings of a TURN server that stands beside Passerby.
@Command(
        name = "turn-config",
        description = "Print the settings of a TURN server that goes with yours.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class,
        subcommands = PrintCoturnFile.class)
final class TurnConfig extends Chapter {}
