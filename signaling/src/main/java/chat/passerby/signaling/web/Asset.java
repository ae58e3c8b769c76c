package chat.passerby.signaling.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// One file of the page, or a page written from words, ready to send in each of its encodings. Immutable; any thread.
public final class Asset {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    private final String tag;
    private final List<HttpField> fields;
    private final byte[] plain;
    private final byte @Nullable [] brotli;
    private final byte @Nullable [] gzip;

    /// The tag is of the content, not of time and size as usual: all files of a reproducible jar have one date, and a
    /// page that names its assets by hash has one length.
    Asset(String path, byte[] plain, byte @Nullable [] brotli, byte @Nullable [] gzip) {
        this.plain = plain;
        this.brotli = brotli;
        this.gzip = gzip;
        tag = "W/\"" + hash(plain) + "\"";
        fields = List.of(
                new PreEncodedHttpField(HttpHeader.ETAG, tag),
                new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding"),
                // Assets carry a hash of their content in their name.
                new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, path.contains("/assets/") ? FOR_EVER : ASK_EACH_TIME),
                new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, type(path)));
    }

    /// A page that was written here.
    ///
    /// @param name with the ending that says of what type it is
    public static Asset written(String name, String words) {
        byte[] plain = words.getBytes(StandardCharsets.UTF_8);
        return new Asset(name, plain, null, compressed(plain));
    }

    private static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String type(String path) {
        @Nullable String type = MimeTypes.DEFAULTS.getMimeByExtension(path);
        return type == null ? "application/octet-stream" : type.equals("text/html") ? "text/html; charset=utf-8" : type;
    }

    private static String hash(byte[] content) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(all, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Answers who asks for it, with no more than they lack.
    public void send(Request request, Response response, Callback callback) {
        fields.forEach(response.getHeaders()::put);
        if (isKnownTo(request.getHeaders())) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        } else response.write(true, content(request.getHeaders(), response.getHeaders()), callback);
    }

    private boolean isKnownTo(HttpFields request) {
        // A list of tags; within it, 128 bits of hash between quotes stand for nothing else.
        return request.getValuesList(HttpHeader.IF_NONE_MATCH).stream().anyMatch(tags -> tags.contains(tag));
    }

    /// The content in the best encoding that the browser takes; says in `response` which.
    private ByteBuffer content(HttpFields request, HttpFields.Mutable response) {
        List<String> taken = request.getQualityCSV(HttpHeader.ACCEPT_ENCODING);
        if (brotli != null && taken.contains("br")) return encoded("br", brotli, response);
        if (gzip != null && taken.contains("gzip")) return encoded("gzip", gzip, response);
        return sized(plain, response);
    }

    private static ByteBuffer encoded(String encoding, byte[] content, HttpFields.Mutable response) {
        response.put(HttpHeader.CONTENT_ENCODING, encoding);
        return sized(content, response);
    }

    private static ByteBuffer sized(byte[] content, HttpFields.Mutable response) {
        response.put(HttpHeader.CONTENT_LENGTH, content.length);
        return ByteBuffer.wrap(content);
    }
}
