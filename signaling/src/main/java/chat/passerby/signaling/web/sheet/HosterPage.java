package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.web.Asset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A page in the hoster's words, written anew when their file changes. A file that cannot be used leaves the page of
/// before in place. [#refresh] is confined to one thread; the rest is any thread's.
final class HosterPage {
    private static final Logger LOG = LoggerFactory.getLogger(HosterPage.class);

    private final HosterText text;
    private final Writing writing;
    private String used;
    private String said = "";
    private volatile Asset asset;

    /// How words become a page.
    @FunctionalInterface
    interface Writing {
        Asset of(String words) throws InvalidSettings;
    }

    /// Reads the words for the first time.
    HosterPage(HosterText text, Writing writing) throws InvalidSettings {
        this.text = text;
        this.writing = writing;
        used = text.read();
        asset = writing.of(used);
    }

    Asset asset() {
        return asset;
    }

    /// Looks at the file again.
    void refresh() {
        try {
            String words = text.read();
            if (words.equals(used)) return;
            asset = writing.of(words);
            used = words;
            said = "";
            LOG.info("The words in {} are shown now", text.file());
        } catch (InvalidSettings e) {
            sayOnce(String.valueOf(e.getMessage()));
        }
    }

    private void sayOnce(String problem) {
        if (problem.equals(said)) return;
        said = problem;
        LOG.warn("{}. The words from before stay", problem);
    }
}
