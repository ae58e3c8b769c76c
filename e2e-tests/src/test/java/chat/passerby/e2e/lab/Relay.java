package chat.passerby.e2e.lab;

import java.nio.file.Path;
import java.util.Map;

/// The TURN server under test. Stories know it only as this; another one is another implementation.
public interface Relay {
    String name();

    /// What Passerby's settings say about it, beside where the lab is.
    Map<String, String> settings();

    /// Starts it, until it can be used.
    ///
    /// @param settings the file of Passerby's settings
    void start(Path settings);

    /// At once, with all that is relayed.
    void kill();
}
