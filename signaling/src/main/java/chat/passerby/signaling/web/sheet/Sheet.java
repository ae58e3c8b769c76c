package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.config.About;
import chat.passerby.signaling.config.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The frame around every page that is only read: where one is, whose place this is, and the street at its foot.
/// Immutable; any thread.
final class Sheet {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Map<String, String> PAGES = Map.of(
            "/rules", "Rules",
            "/privacy", "Privacy",
            "/transparency", "Transparency",
            "/notice", "Intimate images");
    private static final List<String> ORDER = List.of("/rules", "/privacy", "/transparency", "/notice");

    /// What stands between the places, and the places.
    private final List<String> frame;

    private final List<String> places;
    private final Html foot;

    /// @param frame a document with `{{title}}`, `{{nav}}`, `{{main}}` and `{{foot}}`
    Sheet(String frame, About about) {
        this.frame = List.of(PLACE.split(frame, -1));
        places = PLACE.matcher(frame)
                .results()
                .map((MatchResult place) -> place.group(1))
                .toList();
        foot = foot(about);
    }

    /// A whole document.
    ///
    /// @param path where it is, or belongs to
    String page(String title, String path, Html main) {
        var page = new StringBuilder(frame.getFirst());
        for (int i = 0; i < places.size(); i++)
            page.append(fill(places.get(i), title, path, main).markup()).append(frame.get(i + 1));
        return page.toString();
    }

    private Html fill(String place, String title, String path, Html main) {
        return switch (place) {
            case "title" -> Html.words(title);
            case "nav" -> nav(path);
            case "main" -> main;
            case "foot" -> foot;
            default -> throw new IllegalStateException("sheet.html has a place that nobody fills: " + place);
        };
    }

    private static Html nav(String path) {
        return Html.of(
                "<ul>%s</ul>",
                Html.join(ORDER.stream()
                        .map(page -> Html.of(
                                "<li><a href=\"%s\"%s>%s</a></li>",
                                page,
                                page.equals(path) ? new Html(" aria-current=\"page\"") : Html.NOTHING,
                                PAGES.getOrDefault(page, page)))
                        .toList()));
    }

    private static Html foot(About about) {
        var said = new ArrayList<Html>();
        if (about.operator() != null) said.add(Html.of("Run by <bdi>%s</bdi>", about.operator()));
        if (about.contact() != null) said.add(Html.of("Contact: %s", link(about.contact())));
        if (about.authority() != null) said.add(Html.of("For authorities: %s", link(about.authority())));
        if (said.isEmpty()) return Html.words("Whoever runs this place has not said how to reach them.");
        return new Html(String.join(" · ", said.stream().map(Html::markup).toList()));
    }

    private static Html link(Contact contact) {
        return Html.of("<a href=\"%s\"><bdi>%s</bdi></a>", contact.link(), contact.text());
    }

    /// Whom to write to, as a part of a page.
    static Html contacts(About about) {
        @Nullable Contact contact = about.contact();
        @Nullable Contact authority = about.authority() == null ? contact : about.authority();
        if (contact == null || authority == null) return Html.of("""
                    <section lang="en">
                    <h2 id="contact">Whom to write to</h2>
                    <p>Whoever runs this place has not said how to reach them.</p>
                    </section>""");
        return Html.of(
                """
                <section lang="en">
                <h2 id="contact">Whom to write to</h2>
                <p>Run by %s</p>
                <p>Write to %s about anything here: the rules, a decision, what is kept of you.</p>
                <p>Authorities of the member states, the European Commission and the Board for Digital Services write to
                %s (Digital Services Act, Article 11).</p>
                </section>""",
                about.operator() == null
                        ? Html.words("somebody who gives no name")
                        : Html.of("<strong><bdi>%s</bdi></strong>", about.operator()),
                link(contact),
                link(authority));
    }
}
