package chat.passerby.signaling.limits;

import java.util.Arrays;

/// What is left to one session or one network: a token bucket for each row of [Limit] of its scope. Thread-safe.
public final class Allowance {
    private static final long MINUTE = 60_000;
    private static final Limit[] ROWS = Limit.values();

    /// Tokens, each worth [#MINUTE] units, so that refilling needs no fractions.
    private final long[] left = new long[ROWS.length];

    private final long[] refilled = new long[ROWS.length];

    /// @param now milliseconds on any steady clock, the same for every call
    public Allowance(long now) {
        for (Limit row : ROWS) left[index(row)] = row.burst() * MINUTE;
        Arrays.fill(refilled, now);
    }

    /// Takes one token. False if there is none.
    public synchronized boolean spend(Limit row, long now) {
        int i = index(row);
        long gained = Math.max(0, now - refilled[i]) * row.perMinute();
        left[i] = Math.min(row.burst() * MINUTE, left[i] + gained);
        refilled[i] = Math.max(refilled[i], now);
        if (left[i] < MINUTE) return false;
        left[i] -= MINUTE;
        return true;
    }

    /// Whole seconds until the next token, at least 1.
    public synchronized int retryAfter(Limit row) {
        long missing = Math.max(0, MINUTE - left[index(row)]);
        return (int) Math.max(1, Math.ceilDiv(Math.ceilDiv(missing, row.perMinute()), 1_000));
    }

    @SuppressWarnings("EnumOrdinal") // an array by row is a third of the memory of an EnumMap, for each visitor
    private static int index(Limit row) {
        return row.ordinal();
    }
}
