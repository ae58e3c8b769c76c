package chat.passerby.signaling.lobby;

import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One visitor as the [Onlooker] knows them, and when they may meet another: the design's words, written down a second
/// time.
final class Guest {
    /// Where they were told to be.
    enum Stay {
        IDLE,
        /// Asked for somebody, and has no answer yet: no command may end like this.
        SEARCHING,
        WAITING,
        SEATED
    }

    final Command.Arrive who;
    Stay stay = Stay.IDLE;
    /// Whether there is a socket; if not, since when, and how long it may take.
    boolean connected = true;

    long lostAt;
    long grace = 15_000;
    /// Nobody ever came for this seat: it is kept after a restart.
    boolean kept;

    long searchingSince;

    @Nullable
    RoomId lastRoom;

    private @Nullable Preferences wish;
    private final List<BrowserId> met = new ArrayList<>();

    Guest(Command.Arrive who) {
        this.who = who;
    }

    VisitorId id() {
        return who.visitor();
    }

    Preferences wish() {
        return Objects.requireNonNull(wish, "never searched");
    }

    void wish(Preferences preferences) {
        wish = preferences;
    }

    void search(long now) {
        stay = Stay.SEARCHING;
        searchingSince = now;
    }

    void lose(long now) {
        connected = false;
        lostAt = now;
        grace = 15_000;
    }

    /// After a restart, for one who has not come back yet.
    void keepSeat(long now) {
        lose(now);
        grace = 20_000;
        kept = true;
    }

    boolean isOverdue(long now) {
        return !connected && now >= lostAt + grace;
    }

    /// The last four, the latest last.
    void remember(Guest partner) {
        met.remove(partner.who.browser());
        met.add(partner.who.browser());
        if (met.size() > 4) met.removeFirst();
    }

    boolean metLately(Guest other) {
        return met.contains(other.who.browser());
    }

    /// What never loosens, but for blocks.
    boolean mayEverMeet(Guest other) {
        return !who.browser().equals(other.who.browser())
                && who.lane().equals(other.who.lane())
                && wish().mode() == other.wish().mode();
    }

    /// Whether this side has nothing against the other any more.
    boolean accepts(Guest other, long now) {
        long waited = now - searchingSince;
        Preferences you = other.wish();
        boolean role = wish().role().suits(you.role());
        boolean language =
                wish().languages().isEmpty() || you.languages().isEmpty() || meet(wish().languages(), you.languages());
        boolean interest = wish().interests().isEmpty() || meet(wish().interests(), you.interests());
        return waited >= 45_000
                || (!metLately(other)
                        && (waited >= 20_000 || role)
                        && (waited >= 10_000 || language)
                        && (waited >= 5_000 || interest));
    }

    private static boolean meet(List<String> mine, List<String> yours) {
        return !Collections.disjoint(mine, yours);
    }

    /// What the lobby must call this.
    String state() {
        return switch (stay) {
            case IDLE, SEARCHING -> connected ? "IDLE" : "ORPHANED";
            case WAITING -> connected ? "WAITING" : "DROPPED";
            case SEATED -> connected ? "PAIRED" : "AWAY";
        };
    }

    @Override
    public String toString() {
        return "visitor " + id().value() + " " + state();
    }
}
