package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.ANN;
import static chat.passerby.signaling.moderation.Samples.BEN;
import static chat.passerby.signaling.moderation.Samples.CAT;
import static chat.passerby.signaling.moderation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlocksTest {
    @TempDir
    private Path folder;

    private Store store;
    private Blocks blocks;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(folder);
        blocks = new Blocks(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_block_holds_both_ways_and_for_nobody_else() throws Exception {
        blocks.add(BEN, ANN, NOON);
        blocks.add(ANN, CAT, NOON);

        assertThat(blocks.of(ANN, NOON)).containsExactlyInAnyOrder(BEN, CAT);
        assertThat(blocks.of(BEN, NOON)).containsExactly(ANN);
        assertThat(blocks.of(CAT, NOON)).containsExactly(ANN);
    }

    @Test
    void blocking_twice_from_either_side_is_one_block() throws Exception {
        blocks.add(ANN, BEN, NOON);
        blocks.add(ANN, BEN, NOON);
        blocks.add(BEN, ANN, NOON);

        assertThat(blocks.of(ANN, NOON)).containsExactly(BEN);
        assertThat(purge(NOON.plus(Blocks.KEPT).plusMillis(1))).isEqualTo(1);
    }

    @Test
    void nobody_blocks_themselves() throws Exception {
        blocks.add(ANN, ANN, NOON);

        assertThat(blocks.of(ANN, NOON)).isEmpty();
    }

    @Test
    void blocks_outlast_a_restart() throws Exception {
        blocks.add(ANN, BEN, NOON);
        store.close();
        open();

        assertThat(blocks.of(BEN, NOON)).containsExactly(ANN);
    }

    @Test
    void of_very_many_the_newest_thousand_hold() throws Exception {
        store.write(handle -> {
            var batch = handle.prepareBatch("insert into block (one, other, created, used) values (?, ?, ?, 0)");
            for (int i = 0; i < 1_100; i++) batch.add(ANN.value(), "x-" + i, i);
            return batch.execute();
        });

        assertThat(blocks.of(ANN, NOON))
                .hasSize(1_000)
                .contains(new BrowserId("x-1099"), new BrowserId("x-100"))
                .doesNotContain(new BrowserId("x-99"));
    }

    @Test
    void a_block_goes_when_neither_was_here_for_long() throws Exception {
        blocks.add(ANN, BEN, NOON);
        blocks.add(ANN, CAT, NOON);
        Instant later = NOON.plus(Duration.ofDays(100));
        blocks.of(BEN, later);

        assertThat(purge(later.plus(Blocks.KEPT))).isEqualTo(1);
        assertThat(blocks.of(ANN, later)).containsExactly(BEN);
    }

    private int purge(Instant now) throws StorageException {
        return store.write(handle -> Blocks.purge(handle, now));
    }

    @Test
    void blocks_hold_where_nothing_can_be_written() throws Exception {
        blocks.add(ANN, BEN, NOON);
        store.read(handle -> handle.execute("pragma query_only = on"));

        assertThat(blocks.of(ANN, NOON.plus(Duration.ofDays(9)))).containsExactly(BEN);
    }
}
