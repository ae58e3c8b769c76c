package chat.passerby.signaling.room;

import chat.passerby.signaling.moderation.PastRoom;
import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.RoomId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The rooms that stand, and the records of those that ended lately. Any thread reads; the lobby's thread opens and
/// ends.
public final class Rooms {
    /// How long a room's record stays after its end.
    public static final Duration REMEMBERED = Duration.ofMinutes(30);
    /// Records kept at most; beyond, the oldest go early.
    private static final int MOST = 200_000;

    private final LongSupplier time;
    private final Map<RoomId, Room> standing = new ConcurrentHashMap<>();
    private final Cache<RoomId, PastRoom> ended;

    /// Starts with no room.
    ///
    /// @param time milliseconds since 1970
    public Rooms(LongSupplier time) {
        this.time = time;
        ended = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.creating(this::left))
                .build();
    }

    public void add(Room room) {
        standing.put(room.id(), room);
    }

    public @Nullable Room get(RoomId id) {
        return standing.get(id);
    }

    /// Takes a room from those that stand; its record stays.
    public @Nullable Room end(RoomId id) {
        Room room = standing.get(id);
        if (room == null) return null;
        ended.put(id, past(room));
        standing.remove(id);
        return room;
    }

    /// The record of a room that stands or ended lately.
    public @Nullable PastRoom record(RoomId id) {
        Room room = standing.get(id);
        return room != null ? past(room) : ended.getIfPresent(id);
    }

    public boolean hasEnded(RoomId id) {
        return ended.getIfPresent(id) != null;
    }

    /// Brings back the records that a clean stop stored.
    public void remember(Collection<PastRoom> records) {
        records.forEach(record -> ended.put(record.room(), record));
    }

    /// The records of rooms that ended lately, to store at a clean stop.
    public List<PastRoom> recent() {
        return new ArrayList<>(ended.asMap().values());
    }

    /// How long a record still stays.
    private Duration left(RoomId id, PastRoom room) {
        return Duration.between(
                Instant.ofEpochMilli(time.getAsLong()), room.ended().plus(REMEMBERED));
    }

    private PastRoom past(Room room) {
        return new PastRoom(
                room.id(),
                room.mode(),
                party(room, Side.A),
                party(room, Side.B),
                Instant.ofEpochMilli(room.started()),
                Instant.ofEpochMilli(time.getAsLong()));
    }

    private static Party party(Room room, Side side) {
        return new Party(room.holder(side).browser(), room.holder(side).network());
    }

    public int size() {
        return standing.size();
    }
}
