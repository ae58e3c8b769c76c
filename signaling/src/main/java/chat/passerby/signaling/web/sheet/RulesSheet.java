package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.config.About;
import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.protocol.Rule;
import chat.passerby.signaling.web.Asset;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules in the hoster's words. A statement of reasons leads to `/rules#nudity`, so each rule must be there.
/// Stateless.
final class RulesSheet {
    private RulesSheet() {}

    static Asset of(String words, HosterText text, Sheet sheet, About about) throws InvalidSettings {
        Markdown markdown = Markdown.of(words);
        String missing = Stream.of(Rule.values())
                .map(RulesSheet::id)
                .filter(id -> !markdown.anchors().contains(id))
                .map(id -> "{#" + id + "}")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty())
            throw text.wrong("must explain every rule under a heading that ends in its id; missing: " + missing);
        Html main = Html.of(
                "<div lang=\"%s\" dir=\"auto\">%s</div>%s", about.language(), markdown.html(), Sheet.contacts(about));
        return Asset.written("/rules.html", sheet.page(markdown.title("Rules"), "/rules", main));
    }

    /// As the protocol names it.
    static String id(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
