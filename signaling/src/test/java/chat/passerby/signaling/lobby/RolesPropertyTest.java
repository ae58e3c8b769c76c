package chat.passerby.signaling.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.VisitorId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// Whoever wants to talk finds who listens first: also after twenty seconds, when any role would do, such as for one
/// who
/// comes back into the line after their connection was lost.
class RolesPropertyTest {
    private static final long TICK = 250;
    private static final int TICKS_BETWEEN_TRIES = 20;
    private static final long AN_END = 90_000;

    /// @param slot when within five seconds: nobody's tries fall together with another's
    /// @param lost after how many tries the connection is lost, for the time of two; 0 for never
    record Coming(Role role, String language, int round, int slot, int lost) {
        long at() {
            return at(0);
        }

        long at(int tries) {
            return ((round + tries) * (long) TICKS_BETWEEN_TRIES + slot) * TICK;
        }

        Preferences wish() {
            return new Preferences(Mode.TEXT, MediaPath.DIRECT, role, List.of(), List.of(language));
        }
    }

    /// Somebody in the line, and since when.
    private record Waiting(Preferences wish, long since) {
        boolean wouldMeet(Waiting other, long now) {
            boolean patient = now - since >= Patience.LANGUAGE && now - other.since >= Patience.LANGUAGE;
            return wish.role().suits(other.wish.role()) && (patient || wish.sharesLanguage(other.wish));
        }
    }

    @Property(tries = 500)
    void nobody_is_given_to_another_role_while_one_who_suits_would_meet_them(@ForAll("crowds") List<Coming> crowd) {
        new Evening().pass(crowd);
        Statistics.coverage(coverage -> coverage.check("another role").count(count -> count > 20));
    }

    /// A lobby, and who stands in its line as seen from outside.
    private static final class Evening {
        private final Scene scene = new Scene();
        private final Map<VisitorId, Waiting> line = new HashMap<>();
        private final Map<VisitorId, Waiting> away = new HashMap<>();
        private final Map<Coming, VisitorId> visitors = new HashMap<>();

        void pass(List<Coming> crowd) {
            for (long now = 0; now < AN_END; now += TICK) {
                for (Coming each : crowd) act(each, now);
                watch(scene.pass(TICK), now + TICK);
            }
        }

        private void act(Coming each, long now) {
            if (now == each.at()) come(each, now);
            VisitorId visitor = visitors.get(each);
            if (visitor == null || each.lost() == 0) return;
            if (now == each.at(each.lost()) && line.containsKey(visitor)) {
                away.put(visitor, Objects.requireNonNull(line.remove(visitor)));
                scene.lose(visitor);
            }
            if (now == each.at(each.lost() + 2) && away.containsKey(visitor)) {
                line.put(visitor, Objects.requireNonNull(away.remove(visitor)));
                watch(scene.resume(visitor), now);
            }
        }

        private void come(Coming one, long now) {
            VisitorId visitor = scene.arrive();
            visitors.put(one, visitor);
            line.put(visitor, new Waiting(one.wish(), now));
            watch(scene.find(visitor, one.wish()), now);
        }

        private void watch(List<Effect> effects, long at) {
            for (Effect effect : effects) if (effect instanceof Effect.Pair pair) judge(pair, at);
        }

        private void judge(Effect.Pair pair, long at) {
            Waiting one = Objects.requireNonNull(line.remove(pair.waiter().visitor()));
            Waiting other = Objects.requireNonNull(line.remove(pair.arriver().visitor()));
            scene.here(pair.waiter().visitor(), pair.room());
            scene.here(pair.arriver().visitor(), pair.room());
            if (one.wish().role().suits(other.wish().role())) return;
            Statistics.collect("another role");
            assertThat(line.values()).noneMatch(third -> one.wouldMeet(third, at) || other.wouldMeet(third, at));
        }
    }

    @Provide
    Arbitrary<List<Coming>> crowds() {
        return Combinators.combine(
                        Arbitraries.of(Role.class),
                        Arbitraries.of("en", "de"),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, TICKS_BETWEEN_TRIES - 1),
                        Arbitraries.integers().between(0, 6))
                .as(Coming::new)
                .list()
                .uniqueElements(Coming::slot)
                .ofMinSize(2)
                .ofMaxSize(9);
    }
}
