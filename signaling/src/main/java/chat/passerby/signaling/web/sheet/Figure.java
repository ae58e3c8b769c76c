package chat.passerby.signaling.web.sheet;

import java.util.Collection;

/// A count as anybody may see it. Where few are counted, somebody could be told from the number, so it is not shown;
/// nor is a total or a share from which it could be worked out. Immutable.
sealed interface Figure {
    /// Below this, a count is hidden.
    long FLOOR = 5;

    record Known(long count) implements Figure {}

    /// None, or up to four.
    record Few() implements Figure {}

    /// It would reveal one of the few.
    record Withheld() implements Figure {}

    static Figure of(long count) {
        return count < FLOOR ? new Few() : new Known(count);
    }

    /// A sum of `parts` that are all shown beside it; withheld if one of them is hidden. With two hidden, their sum
    /// would still say too much: of two that make eight, each is four.
    static Figure total(long sum, Collection<Figure> parts) {
        return parts.stream().allMatch(Known.class::isInstance) ? of(sum) : new Withheld();
    }

    /// In JSON: a number, or why there is none.
    default Object json() {
        return switch (this) {
            case Known(long count) -> count;
            case Few() -> "<" + FLOOR;
            case Withheld() -> "withheld";
        };
    }
}
