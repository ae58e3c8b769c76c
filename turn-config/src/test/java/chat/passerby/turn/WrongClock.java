package chat.passerby.turn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

/// Another program's clock that is wrong, by libfaketime: `time()` and all its kin, but not the clock of waits.
final class WrongClock {
    private WrongClock() {}

    static void assumeInstalled() {
        assumeTrue(
                Coturn.installed("faketime"), "Skipped: no faketime here (Debian, Ubuntu: apt-get install faketime)");
    }

    /// What to put before a command.
    ///
    /// @param minutes such as +20
    static List<String> command(String minutes) {
        return List.of("faketime", "--exclude-monotonic", "-f", minutes + "m");
    }
}
