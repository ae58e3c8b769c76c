package chat.passerby.signaling.ops;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/// `/healthz`: the process is alive. `/readyz`: send visitors here, or (503) do not. Any other path is another
/// handler's.
/// Any thread.
public final class Probes extends Handler.Abstract.NonBlocking {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Supplier<Readiness> readiness;

    /// @param readiness asked at each request: must not wait
    public Probes(Supplier<Readiness> readiness) {
        this.readiness = readiness;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (Request.getPathInContext(request)) {
            case "/healthz" ->
                answer(response, callback, HttpStatus.OK_200, "text/plain", "ok\n".getBytes(StandardCharsets.UTF_8));
            case "/readyz" -> {
                Readiness now = readiness.get();
                int status = now.ready() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
                answer(response, callback, status, "application/json", JSON.writeValueAsBytes(now));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void answer(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
