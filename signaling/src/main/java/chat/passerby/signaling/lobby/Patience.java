package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.Relaxed;
import java.util.ArrayList;
import java.util.List;

/// How long each preference binds, in the order in which they loosen. After the last step two people wait only for a
/// rule that never does.
final class Patience {
    static final long INTERESTS = 5_000;
    static final long LANGUAGE = 10_000;
    static final long ROLE = 20_000;
    static final long PARTNER = 45_000;

    private Patience() {}

    /// Whether both wait long enough, or wish alike, to meet now. Mode, lane, blocks and one's own browser are decided
    /// elsewhere: they never loosen.
    static boolean allows(Visitor one, Visitor other, long now) {
        return satisfied(one, other, now) && satisfied(other, one, now);
    }

    private static boolean satisfied(Visitor me, Visitor you, long now) {
        long waited = now - me.waitingSince;
        if (waited >= PARTNER) return true;
        if (me.metLately(you)) return false;
        Preferences mine = me.preferences();
        Preferences yours = you.preferences();
        if (roleBinds(me, now) && !mine.role().suits(yours.role())) return false;
        if (waited < LANGUAGE && !mine.sharesLanguage(yours)) return false;
        return waited >= INTERESTS || mine.interests().isEmpty() || mine.sharesInterest(yours);
    }

    /// Whether this visitor would meet only who suits their role.
    static boolean roleBinds(Visitor visitor, long now) {
        return now - visitor.waitingSince < ROLE;
    }

    /// The preferences of this visitor that bound once and do not any more.
    static List<Relaxed> relaxed(Visitor visitor, long now) {
        long waited = now - visitor.waitingSince;
        List<Relaxed> relaxed = new ArrayList<>(4);
        if (waited >= INTERESTS && !visitor.preferences().interests().isEmpty()) relaxed.add(Relaxed.INTERESTS);
        if (waited >= LANGUAGE && !visitor.preferences().languages().isEmpty()) relaxed.add(Relaxed.LANGUAGE);
        if (waited >= ROLE) relaxed.add(Relaxed.ROLE);
        if (waited >= PARTNER) relaxed.add(Relaxed.PARTNER);
        return relaxed;
    }
}
