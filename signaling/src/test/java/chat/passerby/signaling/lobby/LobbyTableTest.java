package chat.passerby.signaling.lobby;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chat.passerby.signaling.protocol.Eviction;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The table in the Javadoc of [Lobby] is what the lobby does: each of its cells is one test.
class LobbyTableTest {
    private static final Path SOURCE =
            Path.of(System.getProperty("basedir", ""), "src/main/java/chat/passerby/signaling/lobby/Lobby.java");

    private static final String IMPOSSIBLE = "-";

    private record Row(String command, List<String> after) {}

    private final List<String> states;
    private final List<Row> rows;

    LobbyTableTest() throws IOException {
        List<List<String>> table = Files.readAllLines(SOURCE).stream()
                .filter(line -> line.startsWith("/// |") && !line.startsWith("/// |--"))
                .map(line ->
                        Stream.of(line.split("\\|")).skip(1).map(String::strip).toList())
                .toList();
        states = tail(table.getFirst());
        rows = tail(table).stream()
                .map(cells -> new Row(cells.getFirst(), tail(cells)))
                .toList();
    }

    private static <T> List<T> tail(List<T> list) {
        return list.subList(1, list.size());
    }

    @Test
    void every_state_has_its_column_and_every_command_its_row() {
        Stream<String> known = Stream.of(Visitor.State.values()).map(Visitor.State::name);

        assertThat(states)
                .usingElementComparator(String::compareToIgnoreCase)
                .containsExactlyElementsOf(
                        Stream.concat(known, Stream.of("gone")).toList());
        assertThat(rows).allSatisfy(row -> assertThat(row.after()).hasSameSizeAs(states));
        assertThat(rows.stream()
                        .map(row -> new Cell("Idle").command(row.command()).getClass())
                        .collect(toSet()))
                .isEqualTo(Set.of(Command.class.getPermittedSubclasses()));
    }

    @TestFactory
    Stream<DynamicTest> each_cell_is_true() {
        return rows.stream()
                .flatMap(row -> IntStream.range(0, states.size())
                        .filter(column -> !row.after().get(column).equals(IMPOSSIBLE))
                        .mapToObj(column -> test(
                                row.command(), states.get(column), row.after().get(column))));
    }

    private static DynamicTest test(String command, String from, String after) {
        return dynamicTest(from + " · " + command + " → " + after, () -> {
            Cell cell = new Cell(from);
            Command given = cell.command(command);

            List<Effect> effects = cell.scene.tell(given);
            effects.removeIf(Effect.Sample.class::isInstance);

            assertThat(cell.scene.stateOf(cell.visitor)).isEqualToIgnoringCase(after);
            assertThat(effects)
                    .extracting(Object::getClass)
                    .isEqualTo(from.equals(after) ? answer(command, from) : move(command, from, after));
            if (isSeated(from) && !isSeated(after)) cell.partnerWasTold(effects, command);
        });
    }

    /// What is said of a move from one state to another.
    private static List<Class<?>> move(String command, String from, String after) {
        List<Class<?>> said = new ArrayList<>();
        if (isSeated(from) && !isSeated(after)) said.add(Effect.End.class);
        if (command.equals("evict")) said.add(Effect.Evict.class);
        switch (after) {
            case "Waiting" -> said.add(Effect.Wait.class);
            case "Paired" ->
                said.add(
                        switch (from) {
                            case "gone" -> Effect.Reopen.class;
                            case "Away" -> Effect.Rejoin.class;
                            default -> Effect.Pair.class;
                        });
            case "Idle" -> {
                if (from.equals("Orphaned")) said.add(Effect.Roomless.class);
                else if (!from.equals("gone")) said.add(Effect.Rest.class);
            }
            case "Away" -> said.add(Effect.Away.class);
            case "gone" -> said.add(Effect.Gone.class);
            default -> assertThat(after).isEqualTo("Dropped");
        }
        return said;
    }

    /// What is said where nothing moves.
    private static List<Class<?>> answer(String command, String state) {
        return switch (command + " while " + state) {
            case "find while Paired",
                    "find, one waits while Paired",
                    "next other while Idle",
                    "next other while Waiting",
                    "next other while Paired" -> List.of(Effect.Refuse.class);
            case "stop while Idle" -> List.of(Effect.Rest.class);
            case "resume while Waiting", "restore while Waiting", "tick late while Waiting" ->
                List.of(Effect.Wait.class);
            case "resume while Paired", "restore while Paired" -> List.of(Effect.Rejoin.class);
            default -> List.of();
        };
    }

    private static boolean isSeated(String state) {
        return state.equals("Paired") || state.equals("Away");
    }

    /// A visitor in one of the states. They have met somebody before, or sit with them.
    private static final class Cell {
        final Scene scene = new Scene();
        final VisitorId visitor = scene.arrive();
        private final VisitorId partner = scene.arrive();
        private final RoomId own = scene.meet(visitor, partner);

        Cell(String from) {
            switch (from) {
                case "Idle" -> scene.stop(visitor);
                case "Waiting" -> scene.next(visitor, own);
                case "Paired" -> {}
                case "Dropped" -> {
                    scene.next(visitor, own);
                    scene.lose(visitor);
                }
                case "Away" -> scene.lose(visitor);
                case "Orphaned" -> {
                    scene.lose(visitor);
                    scene.stop(partner);
                }
                case "gone" -> {
                    scene.stop(visitor);
                    scene.lose(visitor);
                }
                default -> throw new AssertionError("no way is known into the state " + from);
            }
            assertThat(scene.stateOf(visitor)).isEqualToIgnoringCase(from);
        }

        Command command(String row) {
            RoomId other = new RoomId("another");
            Command.Arrive who = scene.who(visitor);
            switch (row) {
                case "find, one waits" -> scene.find(scene.arrive(), Scene.wish(Role.TALK));
                case "tick" -> scene.stall(250);
                case "tick late" -> scene.stall(60_000);
                default -> {}
            }
            return switch (row) {
                case "arrive" -> who;
                case "find" -> new Command.Find(visitor, Scene.TEXT);
                case "find, one waits" -> new Command.Find(visitor, Scene.wish(Role.LISTEN));
                case "next own" -> new Command.Next(visitor, own, null);
                case "next other" -> new Command.Next(visitor, other, null);
                case "stop" -> new Command.Stop(visitor);
                case "here own" -> new Command.Here(visitor, own);
                case "sever own" ->
                    new Command.Sever(visitor, own, scene.who(partner).browser());
                case "sever other" ->
                    new Command.Sever(visitor, other, scene.who(partner).browser());
                case "lost" -> new Command.Lost(visitor);
                case "resume" -> new Command.Resume(who, Scene.BACK);
                case "restore" -> {
                    // After a restart nobody is here: neither is the partner.
                    if (scene.stateOf(visitor).equals("gone")) scene.lose(partner);
                    yield new Command.Restore(Scene.ticket(own, who, scene.who(partner), Scene.TEXT), who, Scene.BACK);
                }
                case "evict" -> new Command.Evict(visitor, Eviction.MODERATION);
                case "tick", "tick late" -> new Command.Tick();
                case "drain" -> new Command.Drain();
                default -> throw new AssertionError("nobody knows the command " + row);
            };
        }

        void partnerWasTold(List<Effect> effects, String command) {
            Parting reason = switch (command) {
                case "evict" -> Parting.ENDED;
                case "tick late" -> Parting.LOST;
                default -> Parting.LEFT;
            };
            assertThat(effects).containsOnlyOnce(new Effect.End(own, partner, reason));
            assertThat(scene.stateOf(partner)).isEqualTo("IDLE");
        }
    }
}
