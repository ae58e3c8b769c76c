package chat.passerby.signaling.config;

import java.util.Set;

/// The hoster's lanes: people meet only inside theirs. Who knows a lane's name may enter it, so names are not printed.
/// Immutable.
public record Lanes(Set<String> names) {
    public Lanes {
        names = Set.copyOf(names);
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    @Override
    public String toString() {
        return "Lanes[" + names.size() + "]";
    }
}
