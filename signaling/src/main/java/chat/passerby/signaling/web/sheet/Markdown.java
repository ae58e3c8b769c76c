package chat.passerby.signaling.web.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/// Words in Markdown as markup: HTML within them is shown, not obeyed, and links lead to http, https and mail alone.
/// `## Heading {#id}` gives a heading its name in the address. Immutable.
///
/// @param title   the first heading
/// @param anchors the ids that headings have
record Markdown(Html html, @Nullable String title, Set<String> anchors) {
    /// Deeper nobody writes by hand; without a bound, a file could exhaust the stack.
    private static final int DEEPEST = 32;

    private static final Pattern NAMED = Pattern.compile("(.*?)\\s*\\{#([a-z][a-z0-9-]{0,39})}\\s*");
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    static Markdown of(String words) {
        Node document = PARSER.parse(words.replaceAll("[\\p{Cc}&&[^\\n\\r\\t]]", "\uFFFD"));
        var headings = new Headings();
        document.accept(headings);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    @Nullable String id = headings.ids.get(node);
                    if (id != null) attributes.put("id", id);
                })
                .build();
        return new Markdown(new Html(renderer.render(document)), headings.title, Set.copyOf(headings.anchors));
    }

    String title(String otherwise) {
        return title == null || title.isBlank() ? otherwise : title;
    }

    private static final class Headings extends AbstractVisitor {
        private final Map<Node, String> ids = new HashMap<>();
        private final Set<String> anchors = new HashSet<>();
        private @Nullable String title;

        @Override
        public void visit(Heading heading) {
            if (heading.getLastChild() instanceof Text end) takeName(heading, end);
            if (title == null) title = PLAIN.render(heading).strip();
        }

        private void takeName(Heading heading, Text end) {
            Matcher named = NAMED.matcher(end.getLiteral());
            if (!named.matches()) return;
            end.setLiteral(named.group(1));
            // Of two with one name, the first is found.
            if (anchors.add(named.group(2))) ids.put(heading, named.group(2));
        }
    }
}
