package chat.passerby.signaling.lobby;

import chat.passerby.signaling.session.VisitorId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is here, how many they are, and who must not meet whom. Confined to the lobby's thread.
final class Register {
    private final Map<VisitorId, Visitor> visitors = new HashMap<>();
    private final Crowd crowd;
    private final Blocks blocks = new Blocks();

    Register(int mostWaiting) {
        crowd = new Crowd(mostWaiting);
    }

    Crowd crowd() {
        return crowd;
    }

    Blocks blocks() {
        return blocks;
    }

    @Nullable
    Visitor get(VisitorId visitor) {
        return visitors.get(visitor);
    }

    Visitor admit(Command.Arrive arrive) {
        Visitor visitor = new Visitor(arrive);
        visitors.put(visitor.id, visitor);
        crowd.arrive(visitor);
        blocks.arrive(visitor.browser, arrive.blocked());
        return visitor;
    }

    void remove(Visitor visitor, Turn turn) {
        visitor.become(Visitor.State.IDLE);
        visitors.remove(visitor.id);
        crowd.leave(visitor);
        blocks.leave(visitor.browser);
        turn.add(new Effect.Gone(visitor.id));
    }

    int size() {
        return visitors.size() + crowd.size() + blocks.size();
    }
}
