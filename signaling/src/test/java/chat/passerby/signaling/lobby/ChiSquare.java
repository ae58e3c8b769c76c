package chat.passerby.signaling.lobby;

import java.util.Arrays;

/// Whether counts could come from a fair die: Pearson's chi-square test.
final class ChiSquare {
    private static final double PRECISE = 1e-12;

    private ChiSquare() {}

    /// How likely a fair die with a side for each count strays at least this far.
    static double chance(int... counts) {
        double expected = Arrays.stream(counts).sum() / (double) counts.length;
        double strayed = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        return beyond(strayed, counts.length - 1);
    }

    /// The chance that a chi-square variable exceeds `x`: the upper incomplete gamma function Q(degrees / 2, x / 2).
    /// By the series of its complement or by a continued fraction, whichever converges (Abramowitz and Stegun,
    /// 6.5.29 and 6.5.31; Lentz's method).
    static double beyond(double x, int degrees) {
        double a = degrees / 2.0;
        double half = x / 2;
        if (half <= 0) return 1;
        double factor = Math.exp(a * Math.log(half) - half - logGamma(degrees));
        return half < a + 1 ? 1 - factor * series(a, half) : factor * fraction(a, half);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; term > sum * PRECISE; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double value = d;
        double change = 0;
        for (int n = 1; Math.abs(change - 1) > PRECISE; n++) {
            double an = -n * (n - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            change = c * d;
            value *= change;
        }
        return value;
    }

    /// ln Γ(degrees / 2), from Γ(1/2) = √π, Γ(1) = 1 and Γ(z + 1) = z Γ(z).
    private static double logGamma(int degrees) {
        double z = degrees % 2 == 0 ? 1 : 0.5;
        double log = degrees % 2 == 0 ? 0 : Math.log(Math.PI) / 2;
        for (; z < degrees / 2.0; z++) log += Math.log(z);
        return log;
    }
}
