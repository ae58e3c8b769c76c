package chat.passerby.signaling.config;

import java.util.Arrays;
import java.util.Comparator;

/// The key that was meant, when a key was mistyped.
final class Nearest {
    private static final int FAR = 4;

    private Nearest() {}

    static String hint(String name) {
        return Arrays.stream(Key.values())
                .map(Key::toString)
                .filter(key -> distance(name, key) < FAR)
                .min(Comparator.comparingInt(key -> distance(name, key)))
                .map(key -> "; did you mean " + key + "?")
                .orElse("; `passerby settings` prints them all");
    }

    /// How many letters have to be put in, taken out or exchanged to make one of the other (Levenshtein).
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
