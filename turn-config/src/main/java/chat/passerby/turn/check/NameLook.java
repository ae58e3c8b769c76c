package chat.passerby.turn.check;

import chat.passerby.turn.TurnUrl;
import chat.passerby.turn.check.Line.What;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Callable;

/// What the name in an address stands for.
///
/// @param ours whether it should follow our settings
record NameLook(TurnUrl url, boolean ours, Chart chart, Deadline deadline) implements Callable<NameLook.Named> {
    /// A name's addresses; none if it has none.
    record Named(String host, List<InetAddress> addresses) {}

    @Override
    public Named call() throws InterruptedException {
        try {
            List<InetAddress> addresses = Names.lookUp(url.host(), deadline);
            // An IP address has nothing to be told.
            if (!Addresses.literal(url.host()))
                chart.good(
                        What.NAME,
                        String.join(
                                ", ", addresses.stream().map(Addresses::text).toList()));
            return new Named(url.host(), addresses);
        } catch (Failure failure) {
            chart.bad(What.NAME, "does not resolve", Advice.about(failure.outcome, url, ours));
            return new Named(url.host(), List.of());
        }
    }
}
