package chat.passerby.e2e.lab;

import static java.util.stream.Collectors.joining;

import chat.passerby.e2e.stage.Way;
import java.time.Duration;
import java.util.stream.Stream;

/// How two strangers came together, the one behind `a` who waited, and the one behind `b` who came.
///
/// @param waiter       the way their packets go, as the waiter's browser has it
/// @param comer        and as the comer's has it
/// @param firstPicture from the match until the slower one saw the other
public record Meeting(Nat a, Nat b, Way waiter, Way comer, Duration firstPicture) {
    public boolean isRelayed() {
        return waiter.isRelayed() || comer.isRelayed();
    }

    /// How those who need a relay reach it: `udp`, or `tls – tcp`.
    String relays() {
        return Stream.of(waiter, comer).map(Way::by).filter(by -> !by.isEmpty()).collect(joining(" – "));
    }
}
