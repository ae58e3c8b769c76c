package chat.passerby.relay.credential;

/// The time, twice. Lifetimes are counted by the first, which nobody sets; what others wrote is judged by the second.
///
/// @param millis      since some moment, never backwards
/// @param epochSecond as the clock on the wall says
public record Now(long millis, long epochSecond) {
    private static final long START = System.nanoTime();

    /// The machine's.
    public static Now read() {
        return new Now(readMillis(), System.currentTimeMillis() / 1_000);
    }

    /// Since the program began.
    public static long readMillis() {
        return (System.nanoTime() - START) / 1_000_000;
    }
}
