package chat.passerby.signaling.config;

import java.util.List;

/// Settings that cannot be used: everything that is wrong with them, at once, each with the name of its key. Immutable.
public final class InvalidSettings extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public InvalidSettings(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /// One line each, to show to the operator as they are.
    public List<String> problems() {
        return problems;
    }
}
