package chat.passerby.signaling.session;

import chat.passerby.signaling.limits.Allowance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One tab's stay. Its token changes at each resume; the one before it stays good until the first message under the new
/// one, so a socket that dies in between loses nothing. Where another tab took the session over, the one that lost it
/// may hold a spare. Immutable but for the tokens, which [Sessions] alone writes, under its lock, and
/// for what relays were told of it.
public final class Session {
    /// As many as hours of a call would bring.
    private static final int MOST_TAGS = 32;

    private final VisitorId visitor;
    private final BrowserId browser;
    private final NetworkId network;
    private final String lane;
    private final String alias;
    private final Allowance allowance;
    /// Of the relay credentials that this tab may use just now.
    private final Deque<String> tags = new ArrayDeque<>();
    private volatile TokenHash current;

    @Nullable
    TokenHash previous;

    @Nullable
    TokenHash spare;

    boolean attached = true;

    Session(
            VisitorId visitor,
            BrowserId browser,
            NetworkId network,
            String lane,
            String alias,
            Allowance allowance,
            TokenHash current) {
        this.visitor = visitor;
        this.browser = browser;
        this.network = network;
        this.lane = lane;
        this.alias = alias;
        this.allowance = allowance;
        this.current = current;
    }

    public VisitorId visitor() {
        return visitor;
    }

    public BrowserId browser() {
        return browser;
    }

    public NetworkId network() {
        return network;
    }

    /// Empty for the public lane.
    public String lane() {
        return lane;
    }

    public String alias() {
        return alias;
    }

    /// What this session may still do; a new socket does not refill it.
    public Allowance allowance() {
        return allowance;
    }

    /// It was told of relay credentials with this tag. Of many, the oldest are left to end by themselves.
    public void holds(String tag) {
        synchronized (tags) {
            if (tags.size() == MOST_TAGS) tags.removeFirst();
            tags.addLast(tag);
        }
    }

    /// It needs none of them any more; gives their tags.
    public List<String> release() {
        synchronized (tags) {
            List<String> held = List.copyOf(tags);
            tags.clear();
            return held;
        }
    }

    /// The hash of the token that is good now; room tickets carry it.
    public TokenHash token() {
        return current;
    }

    void rotate(TokenHash presented, TokenHash next) {
        previous = presented;
        current = next;
    }
}
