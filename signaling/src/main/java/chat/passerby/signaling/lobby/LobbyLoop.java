package chat.passerby.signaling.lobby;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that owns the lobby: takes commands in the order of their coming, and has their effects performed.
/// Any thread may submit.
public final class LobbyLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LobbyLoop.class);
    /// Commands that wait. A full inbox makes its senders wait, on their virtual threads: a visitor's next message is
    /// not read before the last is in.
    private static final int INBOX = 65_536;

    private static final long TICK = 250;

    private final Lobby lobby;
    private final Effects effects;
    private final LongSupplier clock;
    private final BlockingQueue<Command> inbox = new ArrayBlockingQueue<>(INBOX);
    private final Thread thread = Thread.ofPlatform().name("lobby").daemon().unstarted(this::run);
    private volatile boolean stopping;

    /// @param clock milliseconds, steady
    public LobbyLoop(Lobby lobby, Effects effects, LongSupplier clock) {
        this.lobby = lobby;
        this.effects = effects;
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    public void submit(Command command) {
        try {
            inbox.put(command);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Commands that wait just now.
    public int backlog() {
        return inbox.size();
    }

    private void run() {
        long ticked = Long.MIN_VALUE;
        while (!stopping) {
            try {
                Command command = inbox.poll(TICK, TimeUnit.MILLISECONDS);
                long now = clock.getAsLong();
                if (command != null) apply(command, now);
                if (now - ticked >= TICK || ticked == Long.MIN_VALUE) {
                    ticked = now;
                    apply(new Command.Tick(), now);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// A fault in one command must not take the lobby from everybody else; nor one in an effect the others of the same
    /// command, for a tick's are many people's. What failed is named, never its content.
    private void apply(Command command, long now) {
        try {
            lobby.apply(command, now).forEach(this::perform);
        } catch (RuntimeException fault) {
            report(command.getClass(), fault);
        }
    }

    private void perform(Effect effect) {
        try {
            effects.perform(effect);
        } catch (RuntimeException fault) {
            report(effect.getClass(), fault);
        }
    }

    private static void report(Class<?> failed, RuntimeException fault) {
        LOG.error("The lobby failed at a {}; please report this", failed.getSimpleName(), fault);
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            if (!thread.join(Duration.ofSeconds(5))) LOG.warn("The lobby did not stop within 5 s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
