package chat.passerby.signaling.front;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What is answered: a status, and mostly an object in JSON. Nobody on the way keeps it. Immutable.
///
/// @param said   a record, or nothing to say
/// @param header one more, if there is one
record Answer(int status, @Nullable Object said, @Nullable Header header) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    record Header(HttpHeader name, String value) {}

    /// As the WebSocket's `refused`.
    ///
    /// @param detail     for developers: never what was sent
    /// @param retryAfter seconds, with `too-fast`
    record Refused(Fault code, String detail, @Nullable Integer retryAfter) {}

    static Answer of(Object said) {
        return new Answer(HttpStatus.OK_200, said, null);
    }

    static Answer done() {
        return new Answer(HttpStatus.NO_CONTENT_204, null, null);
    }

    static Answer refused(Fault fault, String detail) {
        Header header = fault == Fault.POST_ONLY ? new Header(HttpHeader.ALLOW, "POST") : null;
        return new Answer(fault.status(), new Refused(fault, detail, null), header);
    }

    static Answer tooFast(String limit, int seconds) {
        return new Answer(
                Fault.TOO_FAST.status(),
                new Refused(Fault.TOO_FAST, "too many; the limit is " + limit, seconds),
                new Header(HttpHeader.RETRY_AFTER, Integer.toString(seconds)));
    }

    void write(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (header != null) response.getHeaders().put(header.name(), header.value());
        if (said == null) {
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
            return;
        }
        byte[] json = JSON.writeValueAsBytes(said);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
        response.write(true, ByteBuffer.wrap(json), callback);
    }
}
