package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two hundred restless people over real sockets, from as many networks, under the limits as they are.
class CrowdTest extends WithServer {
    private static final int PEOPLE = 200;
    private static final long RESTLESS = Duration.ofSeconds(20).toMillis();

    /// Who sat in a room, by side: alias, and the alias they were told of.
    private record End(String alias, String partner) {}

    private final Map<String, Map<String, End>> rooms = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger vanished = new AtomicInteger();
    private final AtomicInteger lines = new AtomicInteger();

    @Test
    void every_room_has_two_ends_and_no_word_reaches_a_stranger() throws Exception {
        List<Thread> people = new ArrayList<>();
        for (int n = 1; n <= PEOPLE; n++) {
            Person person = new Person(n);
            people.add(Thread.ofVirtual().start(person));
        }
        for (Thread person : people) person.join();

        assertThat(faults).isEmpty();
        assertThat(rooms.size()).isGreaterThan(PEOPLE);
        assertThat(lines.get()).isGreaterThan(PEOPLE);
        long halves = rooms.values().stream().filter(ends -> ends.size() < 2).count();
        assertThat(halves)
                .as("rooms of which only one end is known, for the other had vanished")
                .isLessThanOrEqualTo(vanished.get());
        for (Map<String, End> ends : rooms.values()) {
            if (ends.size() < 2) continue;
            End a = Objects.requireNonNull(ends.get("a"));
            End b = Objects.requireNonNull(ends.get("b"));
            assertThat(a.partner()).isEqualTo(b.alias());
            assertThat(b.partner()).isEqualTo(a.alias());
        }
    }

    private final class Person implements Runnable {
        private final Random random;
        private final String source;
        private Client client;
        private String alias = "";
        private @Nullable String room;
        private boolean waiting;
        private int line;

        Person(int n) {
            random = new Random(n);
            source = "127.0." + n + ".1";
            client = Client.open(port(), source);
        }

        @Override
        public void run() {
            long end = Clock.steady() + RESTLESS;
            try {
                client.say("{'type':'hello','versions':[1]}");
                while (Clock.steady() < end) {
                    JsonNode message = client.poll(Duration.ofMillis(random.nextInt(400)));
                    if (message == null) act();
                    else hear(message);
                }
            } catch (RuntimeException | AssertionError fault) {
                faults.add(alias + ": " + fault);
            } finally {
                client.close();
            }
        }

        private void act() {
            if (alias.isEmpty()) return;
            int dice = random.nextInt(10);
            if (room == null && !waiting) client.find("text");
            else if (room == null) {
                if (dice == 0) stop();
            } else if (dice < 5) client.say("{'type':'chat','room':'%s','line':%d,'text':'%s'}", room, ++line, alias);
            else if (dice < 8) client.say("{'type':'next','room':'%s'}", room);
            else if (dice < 9) stop();
            else vanish(random.nextBoolean());
        }

        private void stop() {
            client.say("{'type':'stop'}");
            JsonNode message;
            do {
                message = client.next();
                hear(message);
            } while (!message.path("type").stringValue().equals("stopped"));
            room = null;
            waiting = false;
        }

        private void vanish(boolean forGood) {
            client.vanish();
            vanished.incrementAndGet();
            Client next = Client.open(port(), source);
            String resume = forGood ? "" : client.resume(0, 0);
            next.browserKey = client.browserKey;
            client = next;
            next.say("{'type':'hello','versions':[1]%s}", resume);
            alias = "";
            room = null;
            waiting = false;
            line = 0;
        }

        private void hear(JsonNode message) {
            String type = message.path("type").stringValue();
            switch (type) {
                case "welcome" -> {
                    alias = message.path("alias").stringValue();
                    client.token = message.path("token").stringValue();
                    client.browserKey = message.path("browserKey").stringValue();
                }
                case "waiting" -> {
                    waiting = true;
                    room = null;
                }
                case "matched", "rejoined" -> sit(message);
                case "partner-left" -> {
                    check(message, "left a room");
                    room = null;
                }
                case "no-room" -> room = null;
                case "chat" -> {
                    check(message, "heard");
                    String author = message.path("text").stringValue();
                    Map<String, End> ends = rooms.getOrDefault(room, Map.of());
                    if (ends.values().stream()
                            .noneMatch(end ->
                                    end.alias().equals(alias) && end.partner().equals(author)))
                        faults.add(alias + " heard a stranger");
                    lines.incrementAndGet();
                }
                case "(closed)" -> throw new AssertionError("closed by the server");
                default -> {}
            }
        }

        private void sit(JsonNode message) {
            waiting = false;
            room = message.path("room").stringValue();
            line = 0;
            End end = new End(alias, message.path("partner").stringValue());
            End before = rooms.computeIfAbsent(room, absent -> new ConcurrentHashMap<>())
                    .put(message.path("side").stringValue(), end);
            if (before != null && !before.equals(end)) faults.add("a third in " + room);
            client.say("{'type':'here','room':'%s'}", room);
        }

        private void check(JsonNode message, String what) {
            if (!message.path("room").stringValue().equals(room)) faults.add(alias + " " + what + " not theirs");
        }
    }
}
