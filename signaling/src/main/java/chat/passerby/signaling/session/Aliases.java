package chat.passerby.signaling.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Throw-away names: adjective, animal, number, as in TiredLobster420. The words are chosen so that no pair insults
/// anybody: moods and weathers, no bodies, colours of people, origins or faiths; no animal that is also a swear word.
/// Immutable; any thread.
public final class Aliases {
    /// Numbers that mean something to somebody.
    private static final Set<Integer> SKIPPED = Set.of(13, 14, 18, 28, 69, 88, 187, 311, 444, 666, 911);

    private static final int LEAST = 10;
    private static final int MOST = 999;

    private final List<String> adjectives = words("adjectives.txt");
    private final List<String> animals = words("animals.txt");

    public String draw(RandomGenerator random) {
        String adjective = adjectives.get(random.nextInt(adjectives.size()));
        String animal = animals.get(random.nextInt(animals.size()));
        int number;
        do number = random.nextInt(LEAST, MOST + 1);
        while (SKIPPED.contains(number));
        return adjective + animal + number;
    }

    /// How many aliases there are.
    long combinations() {
        return (long) adjectives.size() * animals.size() * (MOST - LEAST + 1 - SKIPPED.size());
    }

    List<String> adjectives() {
        return adjectives;
    }

    List<String> animals() {
        return animals;
    }

    private static List<String> words(String resource) {
        try (InputStream in = Objects.requireNonNull(Aliases.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
