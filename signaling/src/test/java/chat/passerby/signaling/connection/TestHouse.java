package chat.passerby.signaling.connection;

import chat.passerby.signaling.care.AgeCheck;
import chat.passerby.signaling.config.Lanes;
import chat.passerby.signaling.config.PathRule;
import chat.passerby.signaling.ice.IceServers;
import chat.passerby.signaling.ice.Paths;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.moderation.Blocks;
import chat.passerby.signaling.moderation.Reports;
import chat.passerby.signaling.moderation.Store;
import chat.passerby.signaling.room.Rooms;
import chat.passerby.signaling.session.Seals;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.session.Sessions;
import chat.passerby.signaling.session.Tickets;
import chat.passerby.turn.TurnServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// What stands behind a connection, without a server around it.
final class TestHouse {
    private TestHouse() {}

    static House of(Store store) {
        return of(store, List.of());
    }

    static House of(Store store, List<TurnServer> relays) {
        Secrets secrets = Secrets.ephemeral();
        return new House(
                secrets,
                new Sessions(new Random(1), Clock::steady),
                new Tickets(secrets),
                new Seals(secrets),
                new Rooms(Clock::wall),
                new NetworkLimits<>(Clock::steady),
                new Lanes(Set.of()),
                AgeCheck.NONE,
                new IceServers(
                        List.of("stun:stun.example.org"),
                        relays,
                        Duration.ofMinutes(10),
                        new SecureRandom(),
                        tag -> {}),
                new Paths(PathRule.CHOICE, () -> !relays.isEmpty(), true),
                new Reports(store),
                new Blocks(store),
                "build");
    }
}
