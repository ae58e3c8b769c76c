package chat.passerby.signaling.connection;

import chat.passerby.signaling.care.AgeCheck;
import chat.passerby.signaling.config.Lanes;
import chat.passerby.signaling.config.PathRule;
import chat.passerby.signaling.config.Settings.Moderation;
import chat.passerby.signaling.ice.IceServers;
import chat.passerby.signaling.ice.Paths;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.moderation.Arrivals;
import chat.passerby.signaling.moderation.Blocks;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.Conversations;
import chat.passerby.signaling.moderation.Measures;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.room.Rooms;
import chat.passerby.signaling.session.Seals;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.session.Sessions;
import chat.passerby.signaling.session.Tickets;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.store.Store;
import chat.passerby.turn.TurnServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// What stands behind a connection, without a server around it.
final class TestHouse {
    private static final Moderation MODERATION =
            new Moderation(Duration.ofDays(180), Duration.ofDays(30), 3, Duration.ofMinutes(30), false);

    private TestHouse() {}

    /// The cases of a server that ran with this folder.
    static Cases cases(Store store, Path data) throws StorageException, IOException {
        Office office = Office.of(store, Secrets.load(data), MODERATION);
        return new Cases(office, Measures.load(office, Instant.ofEpochMilli(Clock.wall())));
    }

    static House of(Store store) throws StorageException {
        return of(store, List.of());
    }

    static House of(Store store, List<TurnServer> relays) throws StorageException {
        Secrets secrets = Secrets.ephemeral();
        Office office = Office.of(store, secrets, MODERATION);
        Measures measures = Measures.load(office, Instant.ofEpochMilli(Clock.wall()));
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
                new Cases(office, measures),
                measures,
                new Conversations(store),
                new Arrivals(true),
                new Blocks(store),
                "build");
    }
}
