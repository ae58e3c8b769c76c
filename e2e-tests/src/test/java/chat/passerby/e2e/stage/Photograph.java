package chat.passerby.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;

/// Pictures of the page, for people to look at: `target/screenshots`.
public final class Photograph {
    static final Dimension PHONE = new Dimension(390, 844);
    private static final Dimension DESK = new Dimension(1440, 900);
    private static final Path ALBUM = Path.of("target", "screenshots");

    private Photograph() {}

    /// On a phone and on a desk.
    public static void of(Screen screen, String title) {
        save(title + "-phone", screen.tab.photograph(PHONE));
        save(title + "-desktop", screen.tab.photograph(DESK));
    }

    public static void ofFailure(Visitor visitor, String title) {
        try {
            save("failed-" + title, visitor.tab.photograph(DESK));
        } catch (WebDriverException gone) {
            // The tab was closed: the failure itself says more.
        }
    }

    private static void save(String title, byte[] png) {
        try {
            Files.createDirectories(ALBUM);
            Files.write(ALBUM.resolve(title + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
