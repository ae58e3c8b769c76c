package chat.passerby.e2e.stage;

import java.util.List;

/// What the page in a tab shows just now. Confined to one thread at a time.
public abstract sealed class Screen permits Visitor, Moderator {
    final Tab tab;

    Screen(Tab tab) {
        this.tab = tab;
    }

    /// What an expression is worth in the page, as text; nothing while there is no page.
    public String read(String expression) {
        return tab.text(expression);
    }

    public String title() {
        return read("document.title");
    }

    public String phase() {
        return read("witness.root('phase')");
    }

    /// The room's name; nothing outside of rooms.
    public String room() {
        return read("witness.root('room')");
    }

    public String alias() {
        return read("witness.text('own-alias')");
    }

    public String partner() {
        return read("witness.text('partner-alias')");
    }

    public String textOf(String testId) {
        return read("witness.text('" + testId + "')");
    }

    public int count(String selector) {
        return (int) tab.number("document.querySelectorAll('" + selector + "').length");
    }

    /// More is there than fits the window's height.
    public boolean scrolls() {
        return tab.holds("document.documentElement.scrollHeight > innerHeight");
    }

    public List<Line> lines() {
        return Line.in(read("witness.lines()"));
    }

    /// How often this page has asked for camera or microphone.
    public int askedForCamera() {
        return (int) tab.number("witness.asked()");
    }

    /// They are in one room, and each has the other's name.
    public boolean isWith(Screen other) {
        return !room().isEmpty()
                && room().equals(other.room())
                && partner().equals(other.alias())
                && alias().equals(other.partner());
    }

    List<String> textsFrom(String side) {
        return lines().stream()
                .filter(line -> line.from().equals(side))
                .map(Line::text)
                .toList();
    }
}
