package chat.passerby.signaling.lobby;

import chat.passerby.signaling.session.RoomId;
import org.jspecify.annotations.Nullable;

/// Two visitors in a room, as the lobby sees it. Confined to the lobby's thread.
final class Meeting {
    final RoomId room;
    final Visitor one;
    final Visitor other;
    private boolean oneHere;
    private boolean otherHere;

    Meeting(RoomId room, Visitor one, Visitor other) {
        this.room = room;
        this.one = one;
        this.other = other;
    }

    Visitor partnerOf(Visitor visitor) {
        return visitor == one ? other : one;
    }

    void here(Visitor visitor) {
        if (visitor == one) oneHere = true;
        else otherHere = true;
    }

    /// Both have come back from before a restart: nobody has to say so.
    void wake() {
        oneHere = true;
        otherHere = true;
    }

    /// Somebody who gave no sign of life, if there is one.
    @Nullable
    Visitor asleep() {
        if (!oneHere) return one;
        return otherHere ? null : other;
    }

    boolean isHere(Visitor visitor) {
        return visitor == one ? oneHere : otherHere;
    }
}
