package chat.passerby.signaling.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Role;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/// Whatever people do, and whenever: nobody in two rooms, nobody with themselves, with someone they blocked, across
/// lanes or modes, or too early with one who does not suit; nobody lost; every room ended once, and the partner told
/// once. [Onlooker] and [Judgement] say what that means.
class LobbyPropertyTest {
    private static final int PEOPLE = 8;

    /// A test in which these do not come about has not tested much.
    private static final List<String> MUST_COME = List.of(
            "Wait",
            "Pair",
            "Pair again",
            "Rest",
            "Away",
            "Rejoin",
            "Reopen",
            "Evict",
            "Gone",
            "Sample",
            "End LEFT",
            "End LOST",
            "End ASLEEP",
            "End ENDED",
            "Roomless LEFT",
            "Roomless ASLEEP",
            "Roomless ENDED",
            "Refuse IN_ROOM",
            "Refuse OTHER_ROOM",
            "Refuse BUSY",
            "Refuse DRAINING");

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void every_rule_holds_after_every_command(@ForAll("towns") Town.Plan plan, @ForAll("days") List<Step> day) {
        Town town = new Town(plan);
        day.forEach(town::take);

        town.answers.stream().map(LobbyPropertyTest::kind).distinct().forEach(Statistics::collect);
        Statistics.coverage(
                coverage -> MUST_COME.forEach(kind -> coverage.check(kind).count(count -> count >= 3)));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void after_the_last_relaxation_two_wait_only_for_a_rule_that_never_loosens(
            @ForAll("towns") Town.Plan plan, @ForAll("days") List<Step> day) {
        Town town = new Town(plan);
        day.stream().filter(step -> !(step instanceof Step.Drain)).forEach(town::take);

        town.quieten();

        town.nobodyWaitsInVain();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void nothing_is_remembered_of_those_who_are_gone(@ForAll("towns") Town.Plan plan, @ForAll("days") List<Step> day) {
        Town town = new Town(plan);
        day.forEach(town::take);

        town.empty();

        assertThat(town.size()).isZero();
    }

    private static String kind(Effect effect) {
        String name = effect.getClass().getSimpleName();
        return switch (effect) {
            case Effect.Pair pair -> pair.again() ? name + " again" : name;
            case Effect.End end -> name + " " + end.reason();
            case Effect.Roomless roomless -> name + " " + roomless.reason();
            case Effect.Refuse refuse -> name + " " + refuse.refusal();
            default -> name;
        };
    }

    @Provide
    Arbitrary<Town.Plan> towns() {
        Arbitrary<Town.Person> person = Combinators.combine(
                        Arbitraries.of("Firefox", "Chromium", "Safari", "Lynx", "Opera", "Netscape"),
                        Arbitraries.of("home", "campus"),
                        Arbitraries.frequency(Tuple.of(4, ""), Tuple.of(1, "quality")))
                .as(Town.Person::new);
        return Combinators.combine(
                        person.list().ofMinSize(3).ofMaxSize(PEOPLE),
                        Arbitraries.of(1, 3, PEOPLE, PEOPLE),
                        Arbitraries.longs())
                .as(Town.Plan::new);
    }

    @Provide
    Arbitrary<List<Step>> days() {
        Arbitrary<Integer> who = Arbitraries.integers().between(0, PEOPLE - 1);
        Arbitrary<Step> find = Combinators.combine(who, wishes()).as(Step.Find::new);
        Arbitrary<Step> pass = Combinators.combine(
                        Arbitraries.of(250, 1_000, 1_000, 5_000, 5_000, 10_000, 15_000, 20_000, 45_000),
                        Arbitraries.of(true, false))
                .as(Step.Pass::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(240, find),
                        Tuple.of(120, who.map(Step.Next::new)),
                        Tuple.of(20, who.map(Step.NextOther::new)),
                        Tuple.of(40, who.map(Step.Stop::new)),
                        Tuple.of(160, who.map(Step.Here::new)),
                        Tuple.of(20, who.map(Step.Sever::new)),
                        Tuple.of(120, who.map(Step.Lose::new)),
                        Tuple.of(160, who.map(Step.Return::new)),
                        Tuple.of(10, who.map(Step.Evict::new)),
                        Tuple.of(120, pass),
                        Tuple.of(1, Arbitraries.just(new Step.Drain())),
                        Tuple.of(5, Arbitraries.just(new Step.Restart())))
                .list()
                .ofMaxSize(120)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Preferences> wishes() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(6, Mode.TEXT), Tuple.of(1, Mode.VIDEO)),
                        Arbitraries.of(MediaPath.class),
                        Arbitraries.frequency(Tuple.of(6, Role.CHAT), Tuple.of(1, Role.TALK), Tuple.of(1, Role.LISTEN)),
                        subsets("chess", "tea"),
                        subsets("en", "de"))
                .as(Preferences::new);
    }

    /// Of none, mostly.
    private static Arbitrary<List<String>> subsets(String one, String other) {
        return Arbitraries.frequency(
                Tuple.of(5, List.of()),
                Tuple.of(1, List.of(one)),
                Tuple.of(1, List.of(other)),
                Tuple.of(1, List.of(one, other)));
    }
}
