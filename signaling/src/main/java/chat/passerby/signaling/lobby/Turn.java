package chat.passerby.signaling.lobby;

import java.util.ArrayList;
import java.util.List;

/// One command being carried out: what time it is, and what has followed so far. Confined to the lobby's thread.
final class Turn {
    private final long now;
    private final List<Effect> effects = new ArrayList<>(4);

    Turn(long now) {
        this.now = now;
    }

    long now() {
        return now;
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    List<Effect> effects() {
        return effects;
    }
}
