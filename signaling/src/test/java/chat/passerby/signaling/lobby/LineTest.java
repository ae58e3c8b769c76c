package chat.passerby.signaling.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.VisitorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever is eligible is as likely as any other. Seeds are fixed: what holds today holds tomorrow.
class LineTest {
    /// Of a thousand fair lines one would fail.
    private static final double SUSPICIOUS = 0.001;

    private static final int DRAWS_EACH = 200;

    private final Line line = new Line();
    private final RandomGenerator random = new SplittableRandom(42);

    private List<Visitor> fill(int size) {
        List<Visitor> visitors = IntStream.range(0, size)
                .mapToObj(number -> new Visitor(new Command.Arrive(
                        new VisitorId(number), new BrowserId("b" + number), new NetworkId("n"), "", Set.of())))
                .toList();
        visitors.forEach(line::join);
        return visitors;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 64, 500})
    void each_of_those_who_wait_is_drawn_alike(int size) {
        fill(size);
        assertThat(chance(size, 1, draws(size, visitor -> true))).isGreaterThan(SUSPICIOUS);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 40})
    void each_of_a_few_eligible_is_drawn_alike(int rarity) {
        fill(50 * rarity);
        List<Visitor> drawn = draws(50, visitor -> visitor.id.value() % rarity == 0);
        assertThat(chance(50, rarity, drawn)).isGreaterThan(SUSPICIOUS);
    }

    /// Neighbours in the line must not share the luck of those before them who are not eligible.
    @Test
    void the_walk_favours_nobody_for_their_place() {
        fill(2_000);
        Predicate<Visitor> eligible = visitor -> visitor.id.value() < 60;
        List<Visitor> walked = new ArrayList<>();
        while (walked.size() < 60 * DRAWS_EACH) {
            int[] asked = {0};
            Visitor drawn = line.draw(visitor -> asked[0]++ >= 0 && eligible.test(visitor), random);
            if (drawn != null && asked[0] > 32) walked.add(drawn);
        }
        assertThat(chance(60, 1, walked)).isGreaterThan(SUSPICIOUS);
    }

    @Test
    void the_only_eligible_one_of_two_thousand_is_found() {
        List<Visitor> visitors = fill(2_000);
        for (Visitor only : List.of(visitors.getFirst(), visitors.get(1_234), visitors.getLast()))
            assertThat(line.draw(visitor -> visitor == only, random)).isSameAs(only);
    }

    @Test
    void where_nobody_is_eligible_nobody_is_drawn_and_the_walk_ends() {
        fill(10_000);
        int[] asked = {0};

        assertThat(line.draw(visitor -> asked[0]++ < 0, random)).isNull();
        assertThat(asked[0]).isEqualTo(32 + 2_000);
    }

    @Test
    void those_who_left_are_not_drawn_and_the_others_stay() {
        List<Visitor> visitors = fill(100);
        for (int i = 0; i < 100; i += 2) line.leave(visitors.get(i));

        assertThat(line.size()).isEqualTo(50);
        List<Visitor> drawn = draws(50, visitor -> true);
        assertThat(drawn).allMatch(visitor -> visitor.id.value() % 2 == 1);
        assertThat(chance(50, 2, drawn)).isGreaterThan(SUSPICIOUS);
    }

    private List<Visitor> draws(int eligible, Predicate<Visitor> predicate) {
        return IntStream.range(0, eligible * DRAWS_EACH)
                .mapToObj(draw -> Objects.requireNonNull(line.draw(predicate, random)))
                .toList();
    }

    /// How likely a fair line gives what was drawn here: one in so many was eligible.
    private static double chance(int eligible, int rarity, List<Visitor> drawn) {
        int[] counts = new int[eligible];
        for (Visitor visitor : drawn) counts[(int) visitor.id.value() / rarity]++;
        return ChiSquare.chance(counts);
    }

    /// The same through the whole lobby: one searches who suits one in ten of those who wait.
    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void a_partner_is_any_of_those_who_suit(int rarity) {
        Scene scene = new Scene(1_000);
        List<VisitorId> waiting = IntStream.range(0, 50 * rarity)
                .mapToObj(number -> scene.arriveFrom("campus"))
                .toList();
        for (int i = 0; i < waiting.size(); i++) scene.find(waiting.get(i), talking(i % rarity == 0 ? "en" : "fr"));
        VisitorId first = waiting.getFirst();
        int[] counts = new int[50];

        for (int draw = 0; draw < 50 * DRAWS_EACH; draw++) {
            VisitorId visitor = scene.arriveFrom("home");
            VisitorId partner = Scene.pair(scene.find(
                            visitor,
                            new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.LISTEN, List.of(), List.of("en"))))
                    .waiter()
                    .visitor();
            counts[(int) (partner.value() - first.value()) / rarity]++;
            scene.stop(visitor);
            scene.lose(visitor);
            scene.find(partner, talking("en"));
        }
        assertThat(ChiSquare.chance(counts)).isGreaterThan(SUSPICIOUS);
    }

    private static Preferences talking(String language) {
        return new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.TALK, List.of(), List.of(language));
    }
}
