package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Answer.Done;
import chat.passerby.signaling.moderation.Answer.Refused;
import chat.passerby.signaling.moderation.Answer.Why;
import chat.passerby.signaling.moderation.CaseSummary.Taken;
import chat.passerby.signaling.moderation.Ledger.Draft;
import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Actor;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.moderation.audit.Tally;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.store.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What moderators decide about cases. Any thread; every method waits for the disk.
public final class Decisions {
    private final Office office;
    private final Measures measures;
    private final Supplier<Peers> peers;

    /// @param peers where visitors come from just now
    public Decisions(Office office, Measures measures, Supplier<Peers> peers) {
        this.office = office;
        this.measures = measures;
        this.peers = peers;
    }

    /// Decides a case that this moderator has open.
    ///
    /// @param version that they saw: if anything came in since, they look again first
    public Answer decide(CaseId id, int version, ModeratorId by, Verdict verdict, Instant now) throws StorageException {
        if (verdict.ruling() instanceof Ruling.Ban ban
                && ban.network()
                && peers.get().lookLikeAProxy()) return new Refused(Why.EVERYBODY);
        Deciding deciding = office.store().write(handle -> decide(handle, id, version, by, verdict, now));
        for (DecisionId lifted : deciding.lifted) measures.refresh(lifted, now);
        if (deciding.answer instanceof Done(DecisionId decision)) measures.impose(decision, now);
        return deciding.answer;
    }

    /// @param lifted automatic measures that go with it
    private record Deciding(Answer answer, List<DecisionId> lifted) {
        static Deciding refused(Why why) {
            return new Deciding(new Refused(why), List.of());
        }
    }

    private Deciding decide(Handle handle, CaseId id, int version, ModeratorId by, Verdict verdict, Instant now) {
        Optional<Docket> found = Docket.find(handle, office.vault(), id);
        if (found.isEmpty()) return Deciding.refused(Why.GONE);
        Docket docket = found.get();
        if (docket.closed() != null) return Deciding.refused(Why.DECIDED);
        Taken taken = docket.taken();
        if (taken == null || !taken.by().equals(by)) return Deciding.refused(Why.TAKEN);
        if (docket.version() != version) return Deciding.refused(Why.CHANGED);
        DecisionId decision = office.ledger().insert(handle, draft(handle, docket, by, verdict, now), now);
        Docket.change(handle, id);
        Docket.close(handle, id, now);
        String what = verdict.ruling().measure() == null
                ? "dismiss"
                : Columns.word(verdict.ruling().measure());
        audit(handle, by, Action.DECIDED, what, id, decision, now);
        Tally.waited(handle, now, Duration.between(oldest(handle, id, now), now));
        boolean dismissed = verdict.ruling() instanceof Ruling.Dismiss;
        return new Deciding(new Done(decision), dismissed ? liftAutomatic(handle, docket, by, now) : List.of());
    }

    private static Draft draft(Handle handle, Docket docket, ModeratorId by, Verdict verdict, Instant now) {
        Duration lasting = verdict.ruling().lasting();
        boolean wide = verdict.ruling() instanceof Ruling.Ban ban && ban.network();
        return new Draft(
                docket.id(),
                docket.version(),
                docket.browser(),
                wide ? network(handle, docket.id()) : null,
                by,
                verdict.ruling().measure(),
                verdict.rule(),
                lasting == null ? null : now.plus(lasting),
                verdict.facts());
    }

    /// From which the reported person came last.
    private static @Nullable NetworkId network(Handle handle, CaseId id) {
        return handle.createQuery("select reported_network from report where docket = ? order by id desc limit 1")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne()
                .map(NetworkId::new)
                .orElse(null);
    }

    private static Instant oldest(Handle handle, CaseId id, Instant now) {
        return handle.createQuery("select min(created) from report where docket = ?")
                .bind(0, id.value())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .filter(oldest -> oldest.isBefore(now))
                .orElse(now);
    }

    /// What was imposed automatically goes, when a person finds nothing.
    private List<DecisionId> liftAutomatic(Handle handle, Docket docket, ModeratorId by, Instant now) {
        List<DecisionId> automatic = office.ledger().about(handle, docket.browser()).stream()
                .filter(ruled -> ruled.docket().equals(docket.id()) && ruled.moderator() == null)
                .filter(ruled -> ruled.lifted() == null)
                .map(Ruled::id)
                .toList();
        for (DecisionId decision : automatic) {
            office.ledger().lift(handle, decision, "A moderator looked at it and found nothing against you.", now);
            audit(handle, by, Action.UNDONE, "automatic", docket.id(), decision, now);
        }
        return automatic;
    }

    /// Takes a decision back: what it imposed ends at once, and its reports wait in the queue again.
    public Answer undo(DecisionId id, ModeratorId by, String reason, Instant now) throws StorageException {
        Answer answer = office.store().write(handle -> {
            Optional<Ruled> found = office.ledger().find(handle, id);
            if (found.isEmpty()) return new Refused(Why.GONE);
            if (found.get().lifted() != null) return new Refused(Why.DECIDED);
            office.ledger().lift(handle, id, reason, now);
            audit(handle, by, Action.UNDONE, "", found.get().docket(), id, now);
            if (office.ledger().answer(handle, id, by, true, reason, now))
                audit(handle, by, Action.ANSWERED, "reversed", found.get().docket(), id, now);
            reopen(handle, found.get());
            return new Done(id);
        });
        measures.refresh(id, now);
        return answer;
    }

    /// If another case has begun about the same browser, the reports go there. An automatic measure closed nothing.
    private void reopen(Handle handle, Ruled undone) {
        Optional<Docket> gathering = Docket.open(handle, office.vault(), undone.browser());
        if (undone.moderator() == null && !gathering.map(Docket::id).equals(Optional.of(undone.docket()))) return;
        if (gathering.isPresent()) {
            CaseId open = gathering.get().id();
            handle.execute(
                    "update report set docket = ? where docket = ?",
                    open.value(),
                    undone.docket().value());
            Docket.change(handle, open);
        } else {
            handle.execute(
                    "update docket set closed = null, version = version + 1 where id = ?",
                    undone.docket().value());
        }
    }

    private void audit(
            Handle handle, ModeratorId by, Action action, String detail, CaseId id, DecisionId decision, Instant now) {
        office.audit()
                .append(
                        handle,
                        new Entry(now, Actor.moderator(by.value()), action, detail, id.value(), decision.value()));
    }
}
