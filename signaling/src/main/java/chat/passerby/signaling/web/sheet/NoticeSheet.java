package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.moderation.Code;
import chat.passerby.signaling.moderation.Notice;
import chat.passerby.signaling.moderation.Notice.Who;
import chat.passerby.signaling.moderation.NoticeOutcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words and fields of the notice about an intimate picture. Stateless.
final class NoticeSheet {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEEE, d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private NoticeSheet() {}

    /// The form, with what was filled in and what is wrong with it.
    static Html form(Draft draft, Map<String, String> problems) {
        return Html.of(
                """
                <h1>An intimate picture of you</h1>
                <p>Was a naked or sexual picture or recording of you shown here without your consent, real or made by a
                machine? Tell us. You need no account. A person reads it and acts within 48 hours.</p>
                <p>Passerby stores no pictures and no conversations, so there is mostly nothing to take down; but we can act
                against whoever shows it, and delete what a report kept of it. If you are in danger, call the emergency
                number of your country.</p>
                %s
                <form method="post" action="/notice" novalidate>
                %s%s%s%s%s%s
                <button class="button primary">Send</button>
                </form>
                <h2 id="outcome">What became of it</h2>
                %s""",
                summary(problems),
                who(draft, problems),
                area("shows", "What does it show?", "In your words; no picture is needed.", draft.shows(), problems),
                area(
                        "seen",
                        "Where and when was it seen?",
                        "The code on a report’s receipt, if there is one; else the day and hour, and how the other was called"
                                + " here.",
                        draft.seen(),
                        problems),
                line(
                        "signature",
                        "Your name, as your signature (optional)",
                        "The law of the United States (Take It Down Act) asks for a signature and a way to reach you. Without"
                                + " them we read your notice all the same.",
                        draft.signature(),
                        problems),
                line(
                        "contact",
                        "How we can reach you (optional)",
                        "Mail or telephone. You learn what was decided without it, too.",
                        draft.contact(),
                        problems),
                good(draft, problems),
                lookup(""));
    }

    private static Html summary(Map<String, String> problems) {
        if (problems.isEmpty()) return Html.NOTHING;
        return Html.of(
                """
                <div class="note wrong" role="alert"><p><strong>Nothing was sent yet.</strong></p><ul>%s</ul></div>""",
                Html.join(problems.entrySet().stream()
                        .map(problem ->
                                Html.of("<li><a href=\"#%s\">%s</a></li>", problem.getKey(), problem.getValue()))
                        .toList()));
    }

    private static Html who(Draft draft, Map<String, String> problems) {
        return Html.of(
                """
                <fieldset class="field" id="who"%s><legend>Who are you?</legend>%s
                <label class="check"><input type="radio" name="who" value="shown" required%s><span>I am the person in the
                picture</span></label>
                <label class="check"><input type="radio" name="who" value="asked" required%s><span>That person asked me to
                write, or I am their parent or guardian</span></label></fieldset>""",
                problems.containsKey("who") ? new Html(" aria-describedby=\"who-problem\"") : Html.NOTHING,
                problem("who", problems),
                checked(draft.who() == Who.SHOWN),
                checked(draft.who() == Who.ASKED));
    }

    private static Html area(String name, String label, String hint, String text, Map<String, String> problems) {
        // A line break right after the tag is none.
        return Html.of(
                """
                <div class="field"><label for="%1$s">%2$s</label><p class="hint" id="%1$s-hint">%3$s</p>%4$s
                <textarea id="%1$s" name="%1$s" rows="4" maxlength="%5$s" dir="auto" required%6$s>
                %7$s</textarea></div>""",
                name, label, hint, problem(name, problems), Notice.DESCRIPTION, described(name, problems, true), text);
    }

    private static Html line(String name, String label, String hint, String text, Map<String, String> problems) {
        return Html.of(
                """
                <div class="field"><label for="%1$s">%2$s</label><p class="hint" id="%1$s-hint">%3$s</p>%4$s
                <input id="%1$s" name="%1$s" maxlength="%5$s" dir="auto" autocomplete="off"%6$s value="%7$s"></div>""", name, label, hint, problem(name, problems), Notice.LINE, described(name, problems, true), text);
    }

    private static Html good(Draft draft, Map<String, String> problems) {
        return Html.of("""
                <div class="field">%s<label class="check"><input type="checkbox" id="good" name="good" value="yes"
                required%s%s><span>In good faith I believe that the person in the picture did not consent to its being shown,
                and what I wrote is true.</span></label></div>""", problem("good", problems), described("good", problems, false), checked(draft.good()));
    }

    private static Html problem(String name, Map<String, String> problems) {
        @Nullable String problem = problems.get(name);
        return problem == null ? Html.NOTHING : Html.of("<p class=\"warning\" id=\"%s-problem\">%s</p>", name, problem);
    }

    private static Html described(String name, Map<String, String> problems, boolean hint) {
        boolean wrong = problems.containsKey(name);
        String by = (hint ? name + "-hint" : "") + (wrong ? " " + name + "-problem" : "");
        if (by.isEmpty()) return Html.NOTHING;
        return Html.of(
                wrong ? " aria-describedby=\"%s\" aria-invalid=\"true\"" : " aria-describedby=\"%s\"", by.strip());
    }

    private static Html checked(boolean checked) {
        return new Html(checked ? " checked" : "");
    }

    /// @param code as it was typed
    static Html lookup(String code) {
        return Html.of("""
                <form method="post" action="/notice/outcome">
                <div class="field"><label for="code">The code that you were given</label>
                <input id="code" name="code" maxlength="64" required autocomplete="off" autocapitalize="characters"
                spellcheck="false" value="%s"></div>
                <button class="button">Look</button>
                </form>""", code);
    }

    static Html thanks(Code code, Instant due) {
        return Html.of("""
                <h1>We have your notice</h1>
                <p>A person reads it and acts by %s.</p>
                <div class="note"><p>With this code you learn what was decided. It is shown only now: write it down.</p>
                <p><strong class="code">%s</strong></p></div>
                %s""", time(due), code.text(), lookup(code.text()));
    }

    static Html outcome(NoticeOutcome outcome, String code) {
        Html state = switch (outcome.state()) {
            case OPEN -> Html.of("<p>Nobody has decided yet. It is due by %s.</p>", time(outcome.due()));
            case ACTED -> Html.of("<p>We acted on it%s.</p>", decided(outcome));
            case REFUSED -> Html.of("<p>We did not act on it%s.</p>", decided(outcome));
        };
        Html answer = outcome.answer() == null
                ? Html.NOTHING
                : Html.of("<blockquote class=\"said\" dir=\"auto\">%s</blockquote>", outcome.answer());
        return Html.of(
                "<h1>Your notice</h1><p>It came in on %s.</p>%s%s%s",
                time(outcome.created()), state, answer, lookup(code));
    }

    private static Html decided(NoticeOutcome outcome) {
        return outcome.decided() == null ? Html.NOTHING : Html.of(", on %s", time(outcome.decided()));
    }

    /// Something in the way, and what to do.
    static Html hindrance(String title, String words, Html more) {
        return Html.of("<h1>%s</h1><p>%s</p>%s", title, words, more);
    }

    private static Html time(Instant at) {
        return Html.of("<time datetime=\"%s\">%s</time>", at, TIME.format(at));
    }
}
