package chat.passerby.e2e.stage;

import java.awt.Color;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a visitor sees and hears of the partner: pixels and tones that came over the call. Confined to one thread at a
/// time.
public final class Senses {
    /// Two cores carry two or three calls here.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final double HERTZ = 30;
    private static final double SHADE = 60;

    private final Tab tab;

    Senses(Tab tab) {
        this.tab = tab;
    }

    void see(Machine other) {
        tab.until(
                PATIENCE,
                () -> "a picture of " + other + ", not " + tab.text("witness.color()"),
                () -> distance(tab.text("witness.color()"), other.color()) < SHADE);
    }

    void hear(Machine other) {
        tab.until(
                PATIENCE,
                () -> "a tone of " + other.hertz() + " Hz, not " + tab.number("witness.hertz()"),
                () -> Math.abs(tab.number("witness.hertz()") - other.hertz()) <= HERTZ);
    }

    /// The ways that the call could go, the one it goes among them.
    public List<Way> ways() {
        return Way.in(tab.text("witness.ways()"));
    }

    /// The one it goes, while there is a call.
    public Optional<Way> way() {
        return ways().stream().filter(Way::used).findAny();
    }

    /// From the match until the partner's first picture was there.
    public Duration firstPicture() {
        tab.until(
                PATIENCE,
                () -> "a first picture",
                () -> !tab.text("witness.firstPicture()").isEmpty());
        return Duration.ofMillis((long) tab.number("witness.firstPicture()"));
    }

    /// The page's clock, in milliseconds.
    public double now() {
        return tab.number("witness.now()");
    }

    /// Goes on watching: new pictures come at the end of this time, too.
    public void watch(Duration time) {
        double until = now() + time.toMillis();
        tab.until(
                time.plus(PATIENCE), () -> "pictures still coming", () -> tab.number("witness.lastPicture()") > until);
    }

    /// The longest time without a new picture since that moment.
    public Duration longestFreeze(double since) {
        return Duration.ofMillis((long) tab.number("witness.longestFreeze(" + since + ")"));
    }

    private static double distance(String seen, Color shown) {
        if (seen.isEmpty()) return Double.POSITIVE_INFINITY;
        int[] rgb =
                Arrays.stream(seen.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        return Math.hypot(Math.hypot(rgb[0] - shown.getRed(), rgb[1] - shown.getGreen()), rgb[2] - shown.getBlue());
    }
}
