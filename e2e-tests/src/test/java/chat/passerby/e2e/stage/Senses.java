package chat.passerby.e2e.stage;

import java.awt.Color;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;

/// What a visitor sees and hears of the partner: pixels and tones that came over the call. Confined to one thread at a
/// time.
public final class Senses {
    /// Two cores carry two or three calls here.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final double HERTZ = 30;
    private static final double SHADE = 60;
    private static final int PICTURES = 3;

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
        hear(other, this::hertz);
    }

    /// Whether the page lets one hear it or not.
    void overhear(Machine other) {
        hear(other, this::overhears);
    }

    private void hear(Machine other, DoubleSupplier hertz) {
        tab.until(
                PATIENCE,
                () -> "a tone of " + other.hertz() + " Hz, not " + hertz.getAsDouble(),
                () -> Math.abs(hertz.getAsDouble() - other.hertz()) <= HERTZ);
    }

    /// From now on also looks and listens behind the page, which may hide what comes.
    public void peep() {
        tab.text("witness.peep()");
    }

    /// How sharp the sharpest picture is that came since: 0 for colours that run into each other, 1 for black on white.
    public double sharpest(double since) {
        return tab.number("witness.sharpest(" + since + ")");
    }

    /// Waits until some pictures came.
    public void peepFor(double since) {
        tab.until(
                PATIENCE,
                () -> "pictures since " + since,
                () -> tab.number("witness.peeped(" + since + ")") >= PICTURES);
    }

    public void peepUntil(DoublePredicate sharpness, double since) {
        tab.until(PATIENCE, () -> "another picture than " + sharpest(since), () -> sharpness.test(sharpest(since)));
    }

    /// What comes, in hertz; 0 for silence.
    public double overhears() {
        return tab.number("witness.overheard()");
    }

    /// What the page lets one hear of it.
    public double hertz() {
        return tab.number("witness.hertz()");
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
