package chat.passerby.signaling.session;

import chat.passerby.signaling.limits.Allowance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Every live session, by token and by visitor. Any thread; one lock, held for a few map operations.
public final class Sessions {
    private static final int TOKEN_BITS = 256;

    private final Aliases aliases = new Aliases();
    private final RandomGenerator random;
    private final LongSupplier clock;
    private final Map<TokenHash, Session> byToken = new HashMap<>();
    private final Map<VisitorId, Session> byVisitor = new HashMap<>();

    /// @param clock milliseconds, steady
    public Sessions(RandomGenerator random, LongSupplier clock) {
        this.random = random;
        this.clock = clock;
    }

    /// A session and the token that its tab is to hold, which is not kept here.
    public record Issued(Session session, String token) {}

    public synchronized Issued open(BrowserId browser, NetworkId network, String lane) {
        return add(new VisitorId(random.nextLong()), browser, network, lane, aliases.draw(random));
    }

    /// Gives the session of this token a new token. Empty if the token is unknown, or not this browser's and lane's.
    public synchronized Optional<Issued> resume(String token, BrowserId browser, String lane) {
        TokenHash presented = Secrets.hash(token);
        Session session = byToken.get(presented);
        if (session == null
                || !session.browser().equals(browser)
                || !session.lane().equals(lane)) return Optional.empty();
        String next = Secrets.random(TOKEN_BITS);
        byToken.remove(session.token());
        forget(session.previous);
        if (presented.equals(session.spare)) session.spare = null;
        session.rotate(presented, Secrets.hash(next));
        byToken.put(presented, session);
        byToken.put(session.token(), session);
        session.attached = true;
        return Optional.of(new Issued(session, next));
    }

    /// Brings back the session of a room ticket after a restart. Empty if it is back already: the ticket was used.
    public synchronized Optional<Issued> restore(RoomTicket ticket, NetworkId network) {
        RoomTicket.Holder me = ticket.me();
        if (byVisitor.containsKey(me.visitor())) return Optional.empty();
        Issued issued = add(me.visitor(), me.browser(), network, ticket.lane(), me.alias());
        issued.session().previous = ticket.token();
        byToken.put(ticket.token(), issued.session());
        return Optional.of(issued);
    }

    /// The tab has its token: the one before is over.
    public synchronized void confirm(Session session) {
        forget(session.previous);
        session.previous = null;
    }

    /// A token for a tab that loses this session to another, to take it back with. It holds until it is used, or the
    /// next tab gets one.
    public synchronized String spare(Session session) {
        String token = Secrets.random(TOKEN_BITS);
        if (byVisitor.get(session.visitor()) != session) return token; // ended meanwhile: it is good for nothing
        forget(session.spare);
        session.spare = Secrets.hash(token);
        byToken.put(session.spare, session);
        return token;
    }

    /// The socket is gone; the session stays until [#close].
    public synchronized void detach(Session session) {
        session.attached = false;
    }

    /// Ends a session whose socket is gone; one that was resumed meanwhile stays.
    public synchronized void close(VisitorId visitor) {
        Session session = byVisitor.get(visitor);
        if (session == null || session.attached) return;
        byVisitor.remove(visitor);
        byToken.remove(session.token());
        forget(session.previous);
        forget(session.spare);
    }

    /// Ends a session, whatever its socket does.
    public synchronized void end(VisitorId visitor) {
        Session session = byVisitor.get(visitor);
        if (session == null) return;
        session.attached = false;
        close(visitor);
    }

    public synchronized @Nullable Session get(VisitorId visitor) {
        return byVisitor.get(visitor);
    }

    /// Those of which this is true: all are looked at, which is for rare occasions.
    public synchronized List<Session> where(Predicate<Session> wanted) {
        return byVisitor.values().stream().filter(wanted).toList();
    }

    public synchronized int size() {
        return byVisitor.size();
    }

    private void forget(@Nullable TokenHash token) {
        if (token != null) byToken.remove(token);
    }

    private Issued add(VisitorId visitor, BrowserId browser, NetworkId network, String lane, String alias) {
        String token = Secrets.random(TOKEN_BITS);
        Session session = new Session(
                visitor, browser, network, lane, alias, new Allowance(clock.getAsLong()), Secrets.hash(token));
        byVisitor.put(visitor, session);
        byToken.put(session.token(), session);
        return new Issued(session, token);
    }
}
