package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.ANN;
import static chat.passerby.signaling.moderation.Samples.BEN;
import static chat.passerby.signaling.moderation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.moderation.Answer.Done;
import chat.passerby.signaling.protocol.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two moderators and a crowd of reporters do what they like: of each version of a case there is one decision at most,
/// and nobody decides a version that they have not seen.
class DecisionsPropertyTest extends WithOffice {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void at_most_one_decision_for_each_version(long seed) throws Exception {
        var chance = new Random(seed);
        Map<ModeratorId, CaseFile> seen = new HashMap<>();
        var decided = new HashSet<String>();
        var undoable = new ArrayList<DecisionId>();
        CaseId id = cases.file(Samples.report(), false, NOON).id();
        for (int i = 1; i <= 120; i++) {
            Instant now = NOON.plusSeconds(i * 60L);
            ModeratorId who = chance.nextBoolean() ? mia : max;
            switch (chance.nextInt(4)) {
                case 0 ->
                    id = cases.file(Samples.report(ANN, BEN, Reason.SPAM, now), false, now)
                            .id();
                case 1 -> seen.put(who, cases.open(id, who, now).orElseThrow());
                case 2 -> {
                    CaseFile file = seen.get(who);
                    if (file == null) continue;
                    CaseId of = file.summary().id();
                    CaseFile before =
                            cases.open(of, who.equals(mia) ? mia : max, now).orElseThrow();
                    Answer answer = decisions.decide(of, file.version(), who, Samples.verdict(new Ruling.Warn()), now);
                    if (answer instanceof Done(DecisionId decision)) {
                        assertThat(decided.add(of + " " + file.version())).isTrue();
                        assertThat(file.version()).isEqualTo(before.version());
                        undoable.add(decision);
                    }
                }
                default -> {
                    if (!undoable.isEmpty()) decisions.undo(undoable.removeLast(), who, "again", now);
                }
            }
        }
        assertThat(new Transparency(office).verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void of_many_at_once_one_decides(int round) throws Exception {
        CaseId id = cases.file(Samples.report(), false, NOON).id();
        int version = cases.open(id, mia, NOON).orElseThrow().version();
        List<Callable<Answer>> crowd = new ArrayList<>();
        for (int i = 0; i < 10 * round; i++) {
            ModeratorId who = i % 2 == 0 ? mia : max;
            crowd.add(() -> decisions.decide(id, version, who, Samples.verdict(new Ruling.Warn()), NOON));
        }
        int done = 0;
        try (var moderators = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : moderators.invokeAll(crowd)) if (answer.get() instanceof Done) done++;
        }
        assertThat(done).isEqualTo(1);
        assertThat(judged).hasSize(1);
    }
}
