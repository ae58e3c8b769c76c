package chat.passerby.signaling.web.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Markup that is safe to send. Words become markup only here, so nobody's words can become markup by mistake.
/// Immutable.
///
/// @param markup as it is sent
record Html(String markup) {
    static final Html NOTHING = new Html("");

    /// These words, and nothing but words.
    static Html words(String words) {
        var markup = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(letter -> append(markup, letter));
        return new Html(markup.toString());
    }

    /// This template of ours, with each `%s` filled: by markup as it is, by anything else as words.
    static Html of(String template, Object... parts) {
        Object[] filled = Arrays.stream(parts)
                .map(part -> part instanceof Html html ? html.markup : words(part.toString()).markup)
                .toArray();
        return new Html(template.formatted(filled));
    }

    static Html join(List<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining("\n")));
    }

    private static void append(StringBuilder markup, int letter) {
        switch (letter) {
            case '&' -> markup.append("&amp;");
            case '<' -> markup.append("&lt;");
            case '>' -> markup.append("&gt;");
            case '"' -> markup.append("&quot;");
            case '\'' -> markup.append("&#39;");
            default -> markup.appendCodePoint(readable(letter) ? letter : 0xFFFD);
        }
    }

    /// HTML knows no other control characters, and UTF-8 no half of a pair.
    private static boolean readable(int letter) {
        if (letter == '\n' || letter == '\t' || letter == '\r') return true;
        int type = Character.getType(letter);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
