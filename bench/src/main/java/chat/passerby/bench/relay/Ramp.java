package chat.passerby.bench.relay;

import java.io.IOException;

/// Looks for the highest rate at which fewer than one packet in a thousand is lost: upwards in steps of a quarter, each
/// tried twice before it has failed, and no further than the load can offer. It ends after [#MOST] trials, whatever
/// happens. Confined to a thread.
final class Ramp {
    private static final int FIRST = 10_000;
    private static final int LOWEST = 1_000;
    private static final int HIGHEST = 1_000_000;
    private static final double STEP = 1.25;
    private static final int TRIES = 2;
    private static final double SECONDS = 0.6;
    private static final double LOSS = 0.001;
    /// Of what was asked for: below, it is the load that cannot.
    private static final double OFFERED = 0.95;

    static final int MOST = 20;

    private final Offer offer;
    private int trials;

    Ramp(Offer offer) {
        this.offer = offer;
    }

    /// Offers a load.
    interface Offer {
        Tally of(int perSecond, double seconds) throws IOException;
    }

    /// In packets a second; 0 if even the lowest is too much.
    double climb() throws IOException {
        double rate = FIRST;
        while (!passes(rate)) {
            if (rate <= LOWEST) return 0;
            rate /= 2;
        }
        while (rate * STEP <= HIGHEST && passes(rate * STEP)) rate *= STEP;
        return rate;
    }

    private boolean passes(double rate) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) if (once(rate)) return true;
        return false;
    }

    private boolean once(double rate) throws IOException {
        if (++trials > MOST) return false;
        Tally tally = offer.of((int) rate, SECONDS);
        return tally.loss() < LOSS && tally.perSecond() >= OFFERED * rate;
    }
}
