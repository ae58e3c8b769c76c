package chat.passerby.signaling.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// What a visitor sees instead of a page: that it is not here, and the way to what is. It repeats nothing of the
/// request
/// and tells nothing of the server. Immutable; any thread.
public final class ErrorPage implements Request.Handler {
    private final SecurityHeaders headers;

    public ErrorPage(SecurityHeaders headers) {
        this.headers = headers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // What Jetty cannot parse, it refuses before it asks anybody for headers.
        headers.put(response.getHeaders());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MimeTypes.Type.TEXT_HTML_UTF_8.asString());
        ByteBuffer page = StandardCharsets.UTF_8.encode(page(response.getStatus()));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.remaining());
        response.write(true, page, callback);
        return true;
    }

    private static String page(int status) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s · Passerby</title>
                <h1>%1$s</h1>
                <p><a href="/">To the start page</a></p>
                </html>
                """.formatted(words(status));
    }

    private static String words(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> "There is nothing here";
            case HttpStatus.METHOD_NOT_ALLOWED_405 -> "This page can only be read";
            default -> status < 500 ? "That request was not understood" : "Something went wrong here";
        };
    }
}
