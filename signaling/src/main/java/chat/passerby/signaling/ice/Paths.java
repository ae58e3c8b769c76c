package chat.passerby.signaling.ice;

import chat.passerby.signaling.config.PathRule;
import chat.passerby.signaling.protocol.MediaPath;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Which paths video visitors can choose, and what may stand in candidates on each. Any thread.
///
/// The private path is offered only while a relay works: a promise that ends in silence would make people take the
/// other one.
public final class Paths {
    private final PathRule rule;
    private final BooleanSupplier relayWorks;
    private final Candidates direct;
    private final Candidates relayed;

    /// From settings.
    ///
    /// @param relayWorks asked each time
    /// @param loopback   whether everybody is on this machine, so that its own addresses pass
    public Paths(PathRule rule, BooleanSupplier relayWorks, boolean loopback) {
        this.rule = rule;
        this.relayWorks = relayWorks;
        direct = Candidates.direct(loopback);
        relayed = Candidates.relayed(loopback);
    }

    /// What can be had just now; the first is what they get who do not say. None where the hoster wants nothing but
    /// relays, and none works.
    public List<MediaPath> offered() {
        boolean hidden = rule != PathRule.DIRECT && relayWorks.getAsBoolean();
        return switch (rule) {
            case CHOICE -> hidden ? List.of(MediaPath.DIRECT, MediaPath.PRIVATE) : List.of(MediaPath.DIRECT);
            case DIRECT -> List.of(MediaPath.DIRECT);
            case PRIVATE -> hidden ? List.of(MediaPath.PRIVATE) : List.of();
        };
    }

    /// The path that somebody gets who wishes for this one, or for none; null if it cannot be had. It may be more
    /// private than the wish, never less.
    public @Nullable MediaPath grant(@Nullable MediaPath wish) {
        List<MediaPath> offered = offered();
        if (wish != null && offered.contains(wish)) return wish;
        return offered.isEmpty() || wish == MediaPath.PRIVATE ? null : offered.getFirst();
    }

    /// The rule of a room: relayed if either of the two is private, or everybody is: a room may be older than the
    /// hoster's wish.
    public Candidates between(MediaPath one, MediaPath other) {
        boolean hidden = rule == PathRule.PRIVATE || one == MediaPath.PRIVATE || other == MediaPath.PRIVATE;
        return hidden ? relayed : direct;
    }
}
