package chat.passerby.signaling;

import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.store.Store;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// The options of every command that needs settings: where they are, and where the data is.
final class Where {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings; 'passerby settings' prints them all with their defaults.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "Where what must outlive a restart is kept.")
    private @Nullable String data;

    /// Whether something was served from there; if not, it says so.
    boolean hasDatabase(Settings settings, CommandSpec spec) {
        if (Store.isIn(settings.data())) return true;
        spec.commandLine()
                .getErr()
                .println("There is no database in " + settings.data()
                        + ": was anything served from there? --data names another.");
        return false;
    }

    /// Reads the settings: `options`, these options, the file, the defaults.
    Settings read(Map<Key, String> options) throws InvalidSettings {
        var all = new EnumMap<Key, String>(Key.class);
        if (data != null) all.put(Key.DATA_DIR, data);
        all.putAll(options);
        return Settings.read(config, all);
    }
}
