package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.moderation.Notice;
import chat.passerby.signaling.moderation.Notice.Who;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A notice as somebody filled it in, perhaps not to the end. Immutable.
///
/// @param good whether they say that they act in good faith
record Draft(@Nullable Who who, String shows, String seen, boolean good, String signature, String contact) {
    static final Draft EMPTY = new Draft(null, "", "", false, "", "");

    static Draft of(Form form) {
        return new Draft(
                switch (form.text("who")) {
                    case "shown" -> Who.SHOWN;
                    case "asked" -> Who.ASKED;
                    default -> null;
                },
                form.text("shows"),
                form.text("seen"),
                form.text("good").equals("yes"),
                form.text("signature"),
                form.text("contact"));
    }

    /// What is missing or too long, by field, in the order of the page.
    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        if (who == null) problems.put("who", "Please say who you are to the person in the picture.");
        description(problems, "shows", shows, "Please describe what can be seen.");
        description(problems, "seen", seen, "Please say where and when it was seen, as well as you know.");
        if (signature.length() > Notice.LINE) problems.put("signature", tooLong(signature, Notice.LINE));
        if (contact.length() > Notice.LINE) problems.put("contact", tooLong(contact, Notice.LINE));
        if (!good) problems.put("good", "Please confirm this; without it we may not act.");
        return problems;
    }

    private static void description(Map<String, String> problems, String field, String text, String missing) {
        if (text.isBlank()) problems.put(field, missing);
        if (text.length() > Notice.DESCRIPTION) problems.put(field, tooLong(text, Notice.DESCRIPTION));
    }

    private static String tooLong(String text, int most) {
        return "Please shorten this to " + most + " letters; it has " + text.length() + ".";
    }

    /// The notice, once nothing is wrong with it.
    Notice notice() {
        if (who == null) throw new IllegalStateException("look at problems() first");
        return new Notice(who, shows, seen, filled(signature), filled(contact));
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }
}
