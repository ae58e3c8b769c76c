package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.config.About;
import chat.passerby.signaling.moderation.Kept;
import chat.passerby.signaling.web.Asset;
import java.util.List;

/// What is kept, in the hoster's words, with the table that the server deletes by: where they say so, else at the end.
/// Stateless.
final class PrivacySheet {
    /// A line of its own, as Markdown makes it a paragraph.
    private static final String PLACE = "<p>{{retention}}</p>";

    private PrivacySheet() {}

    static Asset of(String words, List<Kept> kept, Sheet sheet, About about) {
        Markdown markdown = Markdown.of(words);
        String theirs = markdown.html().markup();
        Html table = table(kept);
        int at = theirs.indexOf(PLACE);
        Html before = at < 0 ? markdown.html() : new Html(theirs.substring(0, at));
        Html after = at < 0 ? Html.NOTHING : new Html(theirs.substring(at + PLACE.length()));
        Html main = Html.of(
                """
                <div lang="%1$s" dir="auto">%2$s</div>
                %3$s%4$s
                <div lang="%1$s" dir="auto">%5$s</div>
                %6$s""",
                about.language(),
                before,
                at < 0
                        ? new Html("<h2 lang=\"en\" id=\"retention\">What is kept, why, and until when</h2>")
                        : Html.NOTHING,
                table,
                after,
                Sheet.contacts(about));
        return Asset.written("/privacy.html", sheet.page(markdown.title("Privacy"), "/privacy", main));
    }

    /// On a narrow screen each row becomes a card; the roles tell assistive technology that it is a table still.
    private static Html table(List<Kept> kept) {
        return Html.of("""
                <table class="kept" role="table" lang="en"><caption class="unseen">What is kept</caption>
                <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">What</th>
                <th role="columnheader" scope="col">Where</th><th role="columnheader" scope="col">Why</th>
                <th role="columnheader" scope="col">Until when</th></tr></thead>
                <tbody role="rowgroup">%s</tbody></table>""", Html.join(kept.stream().map(PrivacySheet::row).toList()));
    }

    private static Html row(Kept kept) {
        return Html.of("""
                <tr role="row"><th role="rowheader" scope="row">%s</th>
                <td role="cell" data-label="Where:">%s</td><td role="cell" data-label="Why:">%s</td>
                <td role="cell" data-label="Until:">%s</td></tr>""", kept.what(), kept.where(), kept.purpose(), kept.time());
    }
}
