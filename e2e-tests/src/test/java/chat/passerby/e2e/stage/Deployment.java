package chat.passerby.e2e.stage;

import java.net.URI;
import java.util.Optional;

/// A Passerby that visitors can open.
public interface Deployment extends AutoCloseable {
    URI address();

    /// The closed line that visitors wait in, so that they meet no others.
    Optional<String> lane();

    @Override
    void close();

    /// This build's jar, started for the tests; or somebody's, by `-Dpasserby.url` and `-Dpasserby.lane`.
    static Deployment underTest() {
        if (isOurs()) return PackagedJar.start();
        return new Given(
                URI.create(System.getProperty("passerby.url")),
                Optional.ofNullable(System.getProperty("passerby.lane")));
    }

    /// One that a story may cut off, kill and restart.
    static boolean isOurs() {
        return System.getProperty("passerby.url", "").isEmpty();
    }

    /// A running one that is left as it is.
    record Given(URI address, Optional<String> lane) implements Deployment {
        @Override
        public void close() {}
    }
}
