package chat.passerby.signaling.config;

import java.util.regex.Pattern;

/// Where somebody is reached: an e-mail address or a page. Immutable.
///
/// @param text as the hoster wrote it
public record Contact(String text) {
    private static final int MOST = 200;
    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\p{N}._+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern PAGE = Pattern.compile("https?://[\\p{L}\\p{N}.:\\[\\]-]+(?:/[^\\s\\p{C}<>\"]*)?");

    static Contact parse(String text) {
        if (text.length() <= MOST
                && (MAIL.matcher(text).matches() || PAGE.matcher(text).matches())) return new Contact(text);
        throw new Unfit("must be an e-mail address or a page like https://example.org/contact");
    }

    /// Where a link to it leads.
    public String link() {
        return text.contains("://") ? text : "mailto:" + text;
    }
}
