package chat.passerby.turn.check;

import chat.passerby.turn.check.Line.What;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Lines about one thing, as they are found. Written by the thread that looks; read by another when time is up.
final class Chart {
    private final String about;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    Chart(String about) {
        this.about = about;
    }

    void good(What what, String seen) {
        lines.add(new Line(about, what, Mark.GOOD, seen, "", ""));
    }

    void bad(What what, String seen, Advice advice) {
        lines.add(new Line(about, what, Mark.BAD, seen, advice.means(), advice.change()));
    }

    void unknown(What what, String seen, Advice advice) {
        lines.add(new Line(about, what, Mark.UNKNOWN, seen, advice.means(), advice.change()));
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
