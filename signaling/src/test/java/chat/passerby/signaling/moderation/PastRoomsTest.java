package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.ANN;
import static chat.passerby.signaling.moderation.Samples.BEN;
import static chat.passerby.signaling.moderation.Samples.CAT;
import static chat.passerby.signaling.moderation.Samples.NOON;
import static chat.passerby.signaling.moderation.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.store.Store;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastRoomsTest {
    private static final PastRoom EARLY = new PastRoom(
            new RoomId("early"), Mode.TEXT, at(ANN), at(BEN), NOON.minusSeconds(900), NOON.minusSeconds(600));
    private static final PastRoom LATE =
            new PastRoom(new RoomId("late"), Mode.VIDEO, at(BEN), at(CAT), NOON.minusSeconds(300), NOON);

    @TempDir
    private Path folder;

    @Test
    void rooms_saved_at_a_stop_are_there_at_the_next_start_and_go_in_time() throws Exception {
        try (Store store = Store.open(folder)) {
            new PastRooms(store).save(List.of());
            new PastRooms(store).save(List.of(LATE, EARLY));
            new PastRooms(store).save(List.of(LATE));
        }
        try (Store store = Store.open(folder)) {
            var rooms = new PastRooms(store);
            assertThat(rooms.load()).containsExactly(EARLY, LATE);
            int gone = store.write(handle -> PastRooms.purge(handle, NOON));
            assertThat(gone).isEqualTo(1);
            assertThat(rooms.load()).containsExactly(LATE);
        }
    }
}
