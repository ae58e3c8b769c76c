package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Statement;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import org.jspecify.annotations.Nullable;

/// Hears of every measure as soon as it is in force, and tells whoever it is about.
@FunctionalInterface
public interface Judgements {
    /// On the thread of whoever decided, once it is stored.
    ///
    /// @param network shut out too; `null`: the browser alone
    void judged(BrowserId browser, @Nullable NetworkId network, Statement statement);
}
