package chat.passerby.turn.check;

import java.util.List;

/// All that was seen of TURN servers. Immutable.
public record Diagnosis(List<Line> lines) {
    public Diagnosis {
        lines = List.copyOf(lines);
    }

    /// Whether nothing is wrong, as far as could be seen.
    public boolean healthy() {
        return count(Mark.BAD) == 0;
    }

    /// For people: a paragraph for each address.
    @Override
    public String toString() {
        var text = new StringBuilder();
        String about = "";
        for (Line line : lines) {
            if (!line.about().equals(about))
                text.append(about.isEmpty() ? "" : "\n").append(line.about()).append('\n');
            about = line.about();
            text.append("  %s %-15s %s%n".formatted(line.mark(), line.what(), line.seen()));
            below(text, "", line.means());
            below(text, "→ ", line.change());
        }
        return text.append('\n').append(sum()).append('\n').toString();
    }

    private String sum() {
        long ill = count(Mark.BAD);
        if (ill > 0) return ill == 1 ? "One thing is wrong." : ill + " things are wrong.";
        return "Nothing is wrong" + (count(Mark.UNKNOWN) > 0 ? ", as far as could be seen." : ".");
    }

    private long count(Mark mark) {
        return lines.stream().filter(line -> line.mark() == mark).count();
    }

    private static void below(StringBuilder text, String sign, String more) {
        if (!more.isEmpty())
            text.append(" ".repeat(20)).append(sign).append(more).append('\n');
    }
}
