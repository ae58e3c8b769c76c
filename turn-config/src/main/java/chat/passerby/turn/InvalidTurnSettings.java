package chat.passerby.turn;

import java.util.List;
import java.util.stream.Collectors;

/// TURN settings that cannot be used: everything that is wrong with them, at once. Immutable.
public final class InvalidTurnSettings extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// What is wrong with one key.
    ///
    /// @param rule follows the key: "must …"
    public record Problem(String key, String rule) {
        @Override
        public String toString() {
            return key + " " + rule;
        }
    }

    public InvalidTurnSettings(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
