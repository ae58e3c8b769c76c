package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.Server;
import chat.passerby.signaling.moderation.Answer;
import chat.passerby.signaling.moderation.Appeals;
import chat.passerby.signaling.moderation.CaseFile;
import chat.passerby.signaling.moderation.CaseId;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.DecisionId;
import chat.passerby.signaling.moderation.Decisions;
import chat.passerby.signaling.moderation.ModeratorId;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.moderation.Peers;
import chat.passerby.signaling.moderation.Ruling;
import chat.passerby.signaling.moderation.Verdict;
import chat.passerby.signaling.protocol.Rule;
import chat.passerby.signaling.store.StorageException;
import java.time.Duration;
import java.time.Instant;

/// A moderator of a running server, who decides what a test wants decided.
final class Bench {
    static final String FACTS = "You were rude to several people.";
    static final Duration DAY = Duration.ofDays(1);
    private static final Peers MANY = new Peers(1_000, 1, false);

    private final Cases cases;
    private final Decisions decisions;
    private final Appeals appeals;
    private final ModeratorId moderator;

    Bench(Server server) throws StorageException {
        cases = new Cases(server.office(), server.measures());
        decisions = new Decisions(server.office(), server.measures(), () -> MANY);
        appeals = new Appeals(server.office(), server.measures());
        var moderators = new Moderators(server.office());
        moderators.add("Mo", now());
        moderator = moderators.named("Mo").orElseThrow().id();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Clock.wall());
    }

    CaseFile first() throws StorageException {
        CaseId id = cases.queue(now()).getFirst().id();
        return cases.open(id, moderator, now()).orElseThrow();
    }

    byte[] frame() throws StorageException {
        CaseFile file = first();
        return cases.frameOf(file.summary().id(), file.reports().getFirst().id(), moderator, now())
                .orElseThrow();
    }

    /// About the first case in the queue.
    DecisionId decide(Ruling ruling) throws StorageException {
        CaseFile file = first();
        Verdict verdict = ruling instanceof Ruling.Dismiss
                ? new Verdict(ruling, null, "")
                : new Verdict(ruling, Rule.HARASSMENT, FACTS);
        return done(decisions.decide(file.summary().id(), file.version(), moderator, verdict, now()));
    }

    void undo(DecisionId decision) throws StorageException {
        done(decisions.undo(decision, moderator, "It was somebody else.", now()));
    }

    void answer(DecisionId decision, boolean reverse) throws StorageException {
        done(appeals.decide(decision, moderator, reverse, "Somebody looked again.", now()));
    }

    private static DecisionId done(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).decision();
    }
}
