package chat.passerby.signaling.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Eviction;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One thread, in order, and no fault of one visitor's is another's.
class LobbyLoopTest {
    private final AtomicLong clock = new AtomicLong(1_000);
    private final BlockingQueue<Effect> performed = new LinkedBlockingQueue<>();
    private final Lobby lobby = new Lobby(new SplittableRandom(1), () -> new RoomId("room"), 100);
    private final LobbyLoop loop = new LobbyLoop(lobby, this::perform, clock::get);

    private void perform(Effect effect) {
        if (effect instanceof Effect.Evict) throw new IllegalStateException("as if a connection were broken");
        performed.add(effect);
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private Effect next() throws InterruptedException {
        Effect effect = performed.poll(10, TimeUnit.SECONDS);
        assertThat(effect).isNotNull();
        return effect;
    }

    private Effect nextButSamples() throws InterruptedException {
        Effect effect = next();
        return effect instanceof Effect.Sample ? nextButSamples() : effect;
    }

    private static VisitorId visitor(int number) {
        return new VisitorId(number);
    }

    private static Command.Arrive arrive(int number) {
        return new Command.Arrive(
                visitor(number), new BrowserId("browser " + number), new NetworkId("network"), "", Set.of());
    }

    @Test
    void what_is_submitted_is_carried_out_in_that_order() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            loop.submit(arrive(i));
            loop.submit(new Command.Stop(visitor(i)));
        }
        assertThat(loop.backlog()).isEqualTo(2_000);
        loop.start();

        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) effects.add(nextButSamples());
        for (int i = 0; i < 1_000; i++) assertThat(effects.get(i)).isEqualTo(new Effect.Rest(visitor(i)));
    }

    @Test
    void time_goes_by_without_anybody_saying_so() throws Exception {
        loop.start();
        assertThat(next()).isInstanceOf(Effect.Sample.class);

        clock.addAndGet(5_000);
        assertThat(next()).isInstanceOf(Effect.Sample.class);
    }

    @Test
    void a_fault_in_one_effect_takes_nothing_from_what_follows() throws Exception {
        loop.start();
        loop.submit(arrive(1));
        loop.submit(arrive(2));
        loop.submit(new Command.Evict(visitor(1), Eviction.CLOSING));
        loop.submit(new Command.Stop(visitor(2)));

        assertThat(nextButSamples()).isEqualTo(new Effect.Gone(visitor(1)));
        assertThat(nextButSamples()).isEqualTo(new Effect.Rest(visitor(2)));
    }

    @Test
    void after_closing_nothing_is_carried_out() {
        loop.start();
        loop.close();
        performed.clear();
        loop.submit(arrive(1));
        loop.submit(new Command.Stop(visitor(1)));

        assertThat(performed).isEmpty();
        assertThat(lobby.stateOf(visitor(1))).isEqualTo("gone");
    }
}
