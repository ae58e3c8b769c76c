package chat.passerby.signaling.console;

import chat.passerby.signaling.config.Origin;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.Decisions;
import chat.passerby.signaling.moderation.Measures;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.session.NetworkId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;

/// What the console works with. Immutable; any thread.
///
/// @param networks where a request comes from
/// @param address  under which the page is opened
/// @param steady   milliseconds that only count up
/// @param wall     what is stored and told
public record Premises(
        Office office,
        Cases cases,
        Measures measures,
        Decisions decisions,
        NetworkLimits<NetworkId> limits,
        Function<Request, NetworkId> networks,
        Supplier<Origin> address,
        LongSupplier steady,
        InstantSource wall) {
    Instant now() {
        return wall.instant();
    }
}
