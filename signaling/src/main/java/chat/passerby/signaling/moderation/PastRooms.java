package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Rooms that ended shortly before a clean stop: they can be reported after it, and are not rebuilt. Any thread; every
/// method waits for the disk.
public final class PastRooms {
    private final Store store;

    public PastRooms(Store store) {
        this.store = store;
    }

    /// Adds these, at a clean stop.
    public void save(Collection<PastRoom> rooms) throws StorageException {
        if (rooms.isEmpty()) return;
        store.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert or replace into past_room
                        (room, mode, browser_a, network_a, browser_b, network_b, started, ended)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """);
            for (PastRoom room : rooms)
                batch.add(
                        room.room().value(),
                        room.mode().name(),
                        room.a().browser().value(),
                        room.a().network().value(),
                        room.b().browser().value(),
                        room.b().network().value(),
                        room.started().toEpochMilli(),
                        room.ended().toEpochMilli());
            return batch.execute();
        });
    }

    /// What the last stops left, at a start.
    public List<PastRoom> load() throws StorageException {
        return store.read(handle -> handle.createQuery("select * from past_room order by ended")
                .map((row, context) -> new PastRoom(
                        new RoomId(row.getString("room")),
                        Mode.valueOf(row.getString("mode")),
                        party(row, "a"),
                        party(row, "b"),
                        Instant.ofEpochMilli(row.getLong("started")),
                        Instant.ofEpochMilli(row.getLong("ended"))))
                .list());
    }

    private static Party party(ResultSet row, String seat) throws SQLException {
        return new Party(
                new BrowserId(row.getString("browser_" + seat)), new NetworkId(row.getString("network_" + seat)));
    }

    /// Deletes those that ended before then.
    static int purge(Handle handle, Instant before) {
        return handle.execute("delete from past_room where ended < ?", before.toEpochMilli());
    }
}
