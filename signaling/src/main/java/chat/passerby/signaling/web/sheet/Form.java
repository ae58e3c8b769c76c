package chat.passerby.signaling.web.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// What a browser sends with a form: named texts, each once. Immutable.
record Form(Map<String, String> fields) {
    private static final String TYPE = "application/x-www-form-urlencoded";
    /// Two descriptions in letters that take nine characters each, and the rest.
    static final int LONGEST = 48 * 1024;

    private static final int MOST = 16;

    Form {
        fields = Map.copyOf(fields);
    }

    /// Reads it; `null`, if it is none, or too long.
    static @Nullable Form read(Request request) throws IOException {
        @Nullable String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(TYPE)) return null;
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(LONGEST + 1);
            return body.length > LONGEST ? null : parse(new String(body, StandardCharsets.ISO_8859_1));
        }
    }

    private static @Nullable Form parse(String body) {
        var fields = new HashMap<String, String>();
        if (body.isEmpty()) return new Form(fields);
        for (String pair : body.split("&", MOST + 1)) {
            String[] sides = pair.split("=", 2);
            if (fields.size() == MOST || sides.length < 2) return null;
            try {
                // Bytes that are no UTF-8 become U+FFFD.
                String value = URLDecoder.decode(sides[1], StandardCharsets.UTF_8);
                if (fields.put(sides[0], clean(value)) != null) return null;
            } catch (IllegalArgumentException badEscape) {
                return null;
            }
        }
        return new Form(fields);
    }

    /// Without what nobody can see and what turns the direction of others' words.
    private static String clean(String value) {
        return value.replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .strip();
    }

    String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
