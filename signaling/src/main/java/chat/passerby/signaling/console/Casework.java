package chat.passerby.signaling.console;

import static chat.passerby.signaling.console.Reply.refused;

import chat.passerby.signaling.console.Reply.Refusal;
import chat.passerby.signaling.moderation.Answer;
import chat.passerby.signaling.moderation.Appeals;
import chat.passerby.signaling.moderation.Bundles;
import chat.passerby.signaling.moderation.CaseFile;
import chat.passerby.signaling.moderation.CaseId;
import chat.passerby.signaling.moderation.DecisionId;
import chat.passerby.signaling.moderation.Holds;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.moderation.Person;
import chat.passerby.signaling.moderation.Ruling;
import chat.passerby.signaling.moderation.Verdict;
import chat.passerby.signaling.store.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a moderator does, once signed in. Any thread; it waits for the disk.
final class Casework {
    private final Premises premises;
    private final Moderators moderators;
    private final Appeals appeals;
    private final Holds holds;
    private final Bundles bundles;
    private final Records records;

    Casework(Premises premises, Moderators moderators) {
        this.premises = premises;
        this.moderators = moderators;
        appeals = new Appeals(premises.office(), premises.measures());
        holds = new Holds(premises.office());
        bundles = new Bundles(premises.office());
        records = new Records(premises.office());
    }

    /// @param decision what was decided, undone or answered
    record Decided(long decision) {}

    record Me(String name) {}

    Reply answer(Ask.Inside ask, Person me, Instant now) throws StorageException {
        return switch (ask) {
            case Ask.Me() -> new Reply.Json(new Me(me.name()));
            case Ask.SignOut() -> new Reply.SignedOut();
            case Ask.Queue() ->
                new Reply.Json(
                        View.queue(premises.cases().queue(now), appeals.queue(now), Names.of(moderators, me), now));
            case Ask.Open(long id) -> open(new CaseId(id), me, now);
            case Ask.Frame(long id, long report) ->
                found(premises.cases()
                        .frameOf(new CaseId(id), report, me.id(), now)
                        .map(Reply.Picture::new));
            case Ask.Decide decide -> decide(decide, me, now);
            case Ask.Undo(long decision, String reason) ->
                told(premises.decisions().undo(new DecisionId(decision), me.id(), reason, now));
            case Ask.KeepEvidence(long id, String reason) -> done(holds.hold(new CaseId(id), me.id(), reason, now));
            case Ask.ReleaseEvidence(long id) -> done(holds.release(new CaseId(id), me.id(), now));
            case Ask.Export(long id) ->
                found(bundles.export(new CaseId(id), me.id(), now)
                        .map(zip -> new Reply.Download("case-" + id + ".zip", "application/zip", zip)));
            case Ask.Settle(long decision, boolean reverse, String words) ->
                told(appeals.decide(new DecisionId(decision), me.id(), reverse, words, now));
            case Ask.Audit() -> new Reply.Json(records.log(Names.of(moderators, me)));
            case Ask.Figures() -> new Reply.Json(records.figures());
        };
    }

    private Reply open(CaseId id, Person me, Instant now) throws StorageException {
        Optional<CaseFile> file = premises.cases().open(id, me.id(), now);
        if (file.isEmpty()) return gone();
        return new Reply.Json(View.file(file.get(), Names.of(moderators, me), now));
    }

    private Reply decide(Ask.Decide ask, Person me, Instant now) throws StorageException {
        Verdict verdict;
        try {
            verdict = new Verdict(ruling(ask), ask.rule(), ask.facts());
        } catch (IllegalArgumentException unfit) {
            return refused(Refusal.INVALID, String.valueOf(unfit.getMessage()));
        }
        return told(premises.decisions().decide(new CaseId(ask.id()), ask.version(), me.id(), verdict, now));
    }

    private static Ruling ruling(Ask.Decide ask) {
        Duration lasts = Duration.ofMinutes(ask.minutes() == null ? 0 : ask.minutes());
        return switch (ask.ruling()) {
            case DISMISS -> new Ruling.Dismiss();
            case WARN -> new Ruling.Warn();
            case COOL_DOWN -> new Ruling.CoolDown(lasts);
            case BAN -> new Ruling.Ban(lasts, Boolean.TRUE.equals(ask.network()));
        };
    }

    private static Reply told(Answer answer) {
        return switch (answer) {
            case Answer.Done(DecisionId decision) -> new Reply.Json(new Decided(decision.value()));
            case Answer.Refused(Answer.Why why) ->
                switch (why) {
                    case GONE -> gone();
                    case CHANGED -> refused(Refusal.CHANGED, "something came in since you opened it");
                    case TAKEN -> refused(Refusal.CHANGED, "another moderator has it, or your ten minutes are over");
                    case DECIDED -> refused(Refusal.CHANGED, "it is decided already");
                    case OWN -> refused(Refusal.NOT_YOURS, "you decided first: another moderator answers this appeal");
                    case EVERYBODY ->
                        refused(
                                Refusal.NOT_YOURS,
                                "most visitors seem to come from one network: a ban of it might shut out everybody;"
                                        + " ban the browser alone, and have proxy.trusted set");
                };
        };
    }

    private static Reply done(boolean done) {
        return done ? new Reply.Done() : gone();
    }

    private static Reply found(Optional<? extends Reply> reply) {
        return reply.<Reply>map(it -> it).orElseGet(Casework::gone);
    }

    private static Reply gone() {
        return refused(Refusal.NOTHING, "it is not there, or not any more");
    }
}
