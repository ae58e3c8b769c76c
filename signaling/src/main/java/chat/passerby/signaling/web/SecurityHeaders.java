package chat.passerby.signaling.web;

import chat.passerby.signaling.config.Origin;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// What every answer says about the page's rights: nothing of another origin, nothing inline, nobody frames it; camera
/// and microphone for itself alone. Immutable; any thread.
public final class SecurityHeaders implements HttpConfiguration.Customizer {
    /// A year, as browsers' preload lists ask. For the named host only: its neighbours are not ours to promise for.
    private static final String A_YEAR = "max-age=31536000";

    private final List<HttpField> fields;
    private final List<HttpField> formFields;

    /// @param site the public address, if there is one
    public SecurityHeaders(@Nullable Origin site) {
        var all = new ArrayList<HttpField>(List.of(
                new PreEncodedHttpField("Content-Security-Policy", policy(site, "'none'")),
                new PreEncodedHttpField(
                        "Permissions-Policy",
                        "camera=(self), microphone=(self), display-capture=(), geolocation=(), midi=(), payment=(), usb=()"),
                new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
                new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
                new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
                new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin")));
        // Never for localhost: browsers would refuse every other plain server there for a year.
        if (site != null && site.encrypted() && !site.local())
            all.add(new PreEncodedHttpField(HttpHeader.STRICT_TRANSPORT_SECURITY, A_YEAR));
        fields = List.copyOf(all);
        formFields = List.of(
                new PreEncodedHttpField("Content-Security-Policy", policy(site, "'self'")),
                // With no-referrer, browsers say of a form's page that its origin is null.
                new PreEncodedHttpField("Referrer-Policy", "same-origin"));
    }

    private static String policy(@Nullable Origin site, String forms) {
        return String.join(
                "; ",
                "default-src 'self'",
                "connect-src 'self'" + (site == null ? "" : " " + webSocket(site)),
                "object-src 'none'",
                "base-uri 'none'",
                "form-action " + forms,
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'");
    }

    /// To Safari before 16, 'self' meant no WebSocket (w3c/webappsec-csp issue 7).
    private static String webSocket(Origin site) {
        return site.toString().replaceFirst("^http", "ws");
    }

    void put(HttpFields.Mutable response) {
        fields.forEach(response::put);
    }

    /// For a page with a form: it may be sent here, and the answer to it knows that it came from here.
    public void allowForms(HttpFields.Mutable response) {
        formFields.forEach(response::put);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable response) {
        put(response);
        return request;
    }
}
