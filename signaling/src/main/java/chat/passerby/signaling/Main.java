package chat.passerby.signaling;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The command line. Immutable.
@Command(
        name = "passerby",
        description = "Random video and text chat that you host yourself.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class,
        subcommands = Serve.class)
public final class Main implements Runnable {
    private static final String BUILD = "build.properties";

    public static void main(String... args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    static final class Build implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            var build = new Properties();
            try (@Nullable InputStream in = Main.class.getResourceAsStream(BUILD)) {
                if (in == null) {
                    throw new IllegalStateException(BUILD + " is missing beside Main");
                }
                build.load(in);
            }
            return new String[] {"passerby " + build.getProperty("version") + " (" + build.getProperty("commit") + ")"};
        }
    }
}
