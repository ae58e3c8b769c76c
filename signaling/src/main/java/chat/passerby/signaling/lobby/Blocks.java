package chat.passerby.signaling.lobby;

import chat.passerby.signaling.session.BrowserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Who must not meet whom, of the browsers that are here. Confined to the lobby's thread.
final class Blocks {
    private static final class Entry {
        final Set<BrowserId> others = new HashSet<>();
        int visitors;
    }

    private final Map<BrowserId, Entry> entries = new HashMap<>();

    void arrive(BrowserId browser, Set<BrowserId> blocked) {
        Entry entry = entries.computeIfAbsent(browser, absent -> new Entry());
        entry.visitors++;
        entry.others.addAll(blocked);
    }

    void leave(BrowserId browser) {
        entries.computeIfPresent(browser, (key, entry) -> --entry.visitors == 0 ? null : entry);
    }

    void add(BrowserId one, BrowserId other) {
        entries.computeIfPresent(one, (key, entry) -> {
            entry.others.add(other);
            return entry;
        });
        entries.computeIfPresent(other, (key, entry) -> {
            entry.others.add(one);
            return entry;
        });
    }

    /// More of one who is here already.
    void learn(BrowserId browser, Set<BrowserId> blocked) {
        entries.computeIfPresent(browser, (key, entry) -> {
            entry.others.addAll(blocked);
            return entry;
        });
    }

    boolean between(BrowserId one, BrowserId other) {
        return has(one, other) || has(other, one);
    }

    int size() {
        return entries.size();
    }

    private boolean has(BrowserId one, BrowserId other) {
        Entry entry = entries.get(one);
        return entry != null && entry.others.contains(other);
    }
}
