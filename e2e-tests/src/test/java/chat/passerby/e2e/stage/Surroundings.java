package chat.passerby.e2e.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a browser runs, if not simply here.
///
/// @param driver      started in place of chromedriver, with this environment
/// @param environment for the driver
/// @param options     for the browser, beside the usual ones
public record Surroundings(Optional<Path> driver, Map<String, String> environment, List<String> options) {
    static final Surroundings HERE = new Surroundings(Optional.empty(), Map.of(), List.of());
}
