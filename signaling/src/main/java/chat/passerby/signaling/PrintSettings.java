package chat.passerby.signaling;

import chat.passerby.signaling.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `passerby settings`: what a hoster starts a file of their own from.
@Command(
        name = "settings",
        description = "Print all settings with their defaults, as a file to change.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class PrintSettings implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(Settings.defaults());
        spec.commandLine().getOut().flush();
    }
}
