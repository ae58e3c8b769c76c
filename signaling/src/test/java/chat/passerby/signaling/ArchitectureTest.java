package chat.passerby.signaling;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine.Command;

/** What may know what. This is the law; change it only with a reason. */
@AnalyzeClasses(packages = "chat.passerby", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "chat.passerby.signaling";

    /** The packages below the root, top to bottom: each may use those in the rows below it, and no other. */
    private static final List<List<String>> ROWS = List.of(
            List.of("console"),
            List.of("ops", "web", "front"),
            List.of("connection"),
            List.of("lobby"),
            List.of("room"),
            List.of("moderation"),
            List.of("store"),
            List.of("ice"),
            List.of("session"),
            List.of("limits", "care"),
            List.of("protocol"),
            List.of("config", "metrics"));

    /** Rules: no socket, clock, chance or log inside; those are arguments. */
    private static final String[] PURE = {ROOT + ".lobby..", ROOT + ".room..", ROOT + ".protocol.."};

    /** In which the time is an argument: also what is kept for months, so that a test can move the clock. */
    private static final String[] CLOCKLESS =
            Stream.concat(Stream.of(PURE), Stream.of(ROOT + ".moderation..")).toArray(String[]::new);

    @ArchTest
    static final ArchRule dependencies_point_down = downwards();

    @ArchTest
    static final ArchRule every_package_has_its_row = classes()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .resideInAnyPackage(Stream.concat(
                            Stream.of(ROOT), ROWS.stream().flatMap(List::stream).map(name -> ROOT + "." + name + ".."))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule rules_touch_no_socket_and_no_log = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .and()
            // The thread that runs the rules, and is no rule itself: it logs when one of them fails.
            .doNotHaveFullyQualifiedName(ROOT + ".lobby.LobbyLoop")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "org.slf4j..", "java.nio.channels..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Inet|Socket|ServerSocket|Datagram|NetworkInterface|URLConnection).*")
            .as("Rules know no socket and no log");

    @ArchTest
    static final ArchRule rules_read_no_clock = noClasses()
            .that()
            .resideInAnyPackage(CLOCKLESS)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethodWhere(target(nameMatching("now|system.*|tick.*"))
                    .and(target(owner(belongToAnyOf(Clock.class, InstantSource.class)))))
            .orShould()
            .callMethodWhere(
                    target(nameMatching("now")).and(target(owner(resideInAPackage(Instant.class.getPackageName())))));

    @ArchTest
    static final ArchRule rules_take_no_chances = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethodWhere(
                    target(nameMatching("getDefault|of")).and(target(owner(belongToAnyOf(RandomGenerator.class)))))
            .orShould()
            .callConstructor(Random.class)
            .as("Rules take no chances: chance is an argument");

    @ArchTest
    static final ArchRule what_moderation_stands_on_knows_no_cases = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".moderation.audit..", ROOT + ".moderation.evidence..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".moderation");

    @ArchTest
    static final ArchRule only_commands_speak_to_the_terminal = noClasses()
            .that()
            .areNotAnnotatedWith(Command.class)
            .and()
            .resideOutsideOfPackage(ROOT)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in");

    @ArchTest
    static final ArchRule logs_go_through_slf4j = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethodWhere(
                    target(nameMatching("sleep")).and(target(owner(belongToAnyOf(Thread.class, TimeUnit.class)))));

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)");

    @ArchTest
    static final ArchRule null_does_not_exist_unless_marked = classes().should(belongToANullMarkedPackage());

    private static ArchRule downwards() {
        var rule = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("root")
                .definedBy(ROOT)
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer();
        var above = new ArrayList<>(List.of("root"));
        for (var row : ROWS) {
            for (var name : row) {
                rule = rule.layer(name)
                        .definedBy(ROOT + "." + name + "..")
                        .whereLayer(name)
                        .mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
            }
            above.addAll(row);
        }
        return rule.as("Dependencies point down: root > "
                + ROWS.stream().map(row -> String.join(" | ", row)).collect(joining(" > ")));
    }

    private static ArchCondition<JavaClass> belongToANullMarkedPackage() {
        return new ArchCondition<>("belong to a package whose package-info.java says @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(item, item.getName() + " does not"));
                }
            }
        };
    }
}
