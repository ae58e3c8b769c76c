package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Answer.Done;
import chat.passerby.signaling.moderation.Answer.Refused;
import chat.passerby.signaling.moderation.Answer.Why;
import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Actor;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.moderation.evidence.Vault.Place;
import chat.passerby.signaling.protocol.AppealState;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The person concerned appeals, once, by code; a moderator answers, another than the first where there are two. Any
/// thread; every method waits for the disk.
public final class Appeals {
    private static final int MOST = 200;

    private final Office office;
    private final Measures measures;

    public Appeals(Office office, Measures measures) {
        this.office = office;
        this.measures = measures;
    }

    /// Appeals against the decision of a statement.
    ///
    /// @param text at most [AppealSummary#TEXT], not blank
    public Appealed make(Code statement, String text, Instant now) throws StorageException {
        if (text.isBlank() || text.length() > AppealSummary.TEXT)
            throw new IllegalArgumentException("an appeal must have 1 to " + AppealSummary.TEXT + " characters");
        Optional<DecisionId> made = office.store().write(handle -> insert(handle, statement, text.strip(), now));
        if (made.isPresent()) measures.refresh(made.get(), now);
        Optional<Ruled> ruled = office.store().read(handle -> office.ledger().find(handle, statement));
        if (ruled.isEmpty()) return new Appealed.Unknown();
        var told = office.statements().of(ruled.get(), now);
        return made.isPresent() ? new Appealed.Made(told) : new Appealed.Refused(told);
    }

    private Optional<DecisionId> insert(Handle handle, Code statement, String text, Instant now) {
        Optional<Ruled> open = office.ledger()
                .find(handle, statement)
                .filter(ruled -> ruled.appealState(now, office.rules().appealWindow()) == AppealState.OPEN);
        open.ifPresent(ruled -> {
            long id = ruled.id().value();
            handle.execute(
                    "insert into appeal (decision, made, sealed_text) values (?, ?, ?)",
                    id,
                    now.toEpochMilli(),
                    office.vault().lock(new Place(Ledger.TEXT, id), text));
            audit(handle, Actor.VISITOR, Action.APPEALED, "", ruled, now);
        });
        return open.map(Ruled::id);
    }

    /// Those that wait, the oldest first; 200 at most.
    public List<AppealSummary> queue(Instant now) throws StorageException {
        return office.store()
                .read(handle -> office.ledger().appealed(handle, MOST).stream()
                        .flatMap(ruled -> Optional.ofNullable(ruled.appeal()).stream()
                                .map(appeal -> new AppealSummary(
                                        ruled.earlier(now, office.rules().appealWindow()),
                                        appeal.made(),
                                        appeal.text())))
                        .toList());
    }

    /// Answers an appeal. What is reversed ends at once.
    ///
    /// @param words for the person concerned; not blank
    public Answer decide(DecisionId id, ModeratorId by, boolean reverse, String words, Instant now)
            throws StorageException {
        if (words.isBlank() || words.length() > Verdict.FACTS)
            throw new IllegalArgumentException("an answer must have 1 to " + Verdict.FACTS + " characters");
        Answer answer = office.store().write(handle -> decide(handle, id, by, reverse, words.strip(), now));
        if (answer instanceof Done) measures.refresh(id, now);
        return answer;
    }

    private Answer decide(Handle handle, DecisionId id, ModeratorId by, boolean reverse, String words, Instant now) {
        Optional<Ruled> found = office.ledger().find(handle, id).filter(ruled -> ruled.appeal() != null);
        if (found.isEmpty()) return new Refused(Why.GONE);
        if (by.equals(found.get().moderator()) && Moderators.working(handle) > 1) return new Refused(Why.OWN);
        if (!office.ledger().answer(handle, id, by, reverse, words, now)) return new Refused(Why.DECIDED);
        if (reverse) office.ledger().lift(handle, id, words, now);
        audit(handle, Actor.moderator(by.value()), Action.ANSWERED, reverse ? "reversed" : "upheld", found.get(), now);
        return new Done(id);
    }

    private void audit(Handle handle, Actor actor, Action action, String detail, Ruled ruled, Instant now) {
        office.audit()
                .append(
                        handle,
                        new Entry(
                                now,
                                actor,
                                action,
                                detail,
                                ruled.docket().value(),
                                ruled.id().value()));
    }
}
