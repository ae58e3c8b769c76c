package chat.passerby.signaling.console;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;

/// The one cookie of this house: what a moderator's browser holds while it is signed in. Browsers take a name that
/// begins with `__Host-` only with `Secure`, with `Path=/` and without a domain, so that no neighbour can set it.
final class Cookie {
    static final String NAME = "__Host-moderator";
    private static final String RIGHTS = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";

    static final String GONE = NAME + "=" + RIGHTS + 0;

    private Cookie() {}

    static String holding(String secret) {
        return NAME + "=" + secret + RIGHTS + Shifts.LONGEST.toSeconds();
    }

    /// What the browser holds, if it sends one and no more.
    static Optional<String> of(Request request) {
        List<String> sent = Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(HttpCookie::getValue)
                .toList();
        return sent.size() == 1 ? Optional.of(sent.getFirst()) : Optional.empty();
    }
}
