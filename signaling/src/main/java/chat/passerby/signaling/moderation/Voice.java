package chat.passerby.signaling.moderation;

import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// One report, as far as it counts. Immutable.
record Voice(BrowserId browser, NetworkId network, boolean credible) {
    /// How many people these are at least, if nobody has two browsers *and* two networks: as many of the credible as
    /// can be chosen so that no two share a browser or a network. Twenty from one network count as one, and so does
    /// one browser that was carried through twenty networks. (The largest matching of browsers with networks.)
    static int weight(Collection<Voice> voices) {
        Map<BrowserId, Set<NetworkId>> seen = new LinkedHashMap<>();
        for (Voice voice : voices)
            if (voice.credible)
                seen.computeIfAbsent(voice.browser, _ -> new LinkedHashSet<>()).add(voice.network);
        Map<NetworkId, BrowserId> matched = new HashMap<>();
        int weight = 0;
        for (BrowserId browser : seen.keySet()) if (match(browser, seen, matched, new HashSet<>())) weight++;
        return weight;
    }

    /// Finds a network for this browser; others may have to take another of theirs for it.
    private static boolean match(
            BrowserId browser,
            Map<BrowserId, Set<NetworkId>> seen,
            Map<NetworkId, BrowserId> matched,
            Set<NetworkId> tried) {
        for (NetworkId network : seen.getOrDefault(browser, Set.of())) {
            if (!tried.add(network)) continue;
            BrowserId other = matched.get(network);
            if (other == null || match(other, seen, matched, tried)) {
                matched.put(network, browser);
                return true;
            }
        }
        return false;
    }
}
