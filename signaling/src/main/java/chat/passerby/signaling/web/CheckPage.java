package chat.passerby.signaling.web;

import chat.passerby.signaling.ice.RelayState;
import chat.passerby.signaling.protocol.IceServer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// `/check`: the relays as the hoster's own browser sees them, beside what the server sees. Anybody may read the page;
/// credentials get those whom the gate admits. Any thread.
public final class CheckPage extends Handler.Abstract.NonBlocking {
    static final String PATH = "/check";
    /// What the page asks for, once it knows the key.
    static final String SERVERS = "/check/servers";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Asset asset;
    private final Gate gate;
    private final Supplier<Set<String>> origins;
    private final Function<Request, OptionalInt> wait;
    private final Supplier<Answer> answer;

    /// Who is a hoster.
    public interface Gate {
        boolean admits(Request request);
    }

    /// What a browser needs to look for itself.
    ///
    /// @param servers one for each address, each with credentials of its own
    /// @param seen    what this server saw there
    public record Answer(List<IceServer> servers, List<RelayState> seen) {
        public Answer {
            servers = List.copyOf(servers);
            seen = List.copyOf(seen);
        }
    }

    /// A page that asks these.
    ///
    /// @param origins of pages that may ask
    /// @param wait    counts a request against its network, and says for how many seconds to wait if it was one too
    ///                many; a wrong key counts, too
    public CheckPage(
            Page page,
            Gate gate,
            Supplier<Set<String>> origins,
            Function<Request, OptionalInt> wait,
            Supplier<Answer> answer) {
        asset = page.check();
        this.gate = gate;
        this.origins = origins;
        this.wait = wait;
        this.answer = answer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean asks = HttpMethod.POST.is(request.getMethod());
        switch (Request.getPathInContext(request)) {
            case PATH -> Page.send(asset, request, response, callback);
            case SERVERS -> {
                if (asks) tell(request, response, callback);
                else refuse(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "This is asked by POST.");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void tell(Request request, Response response, Callback callback) {
        OptionalInt seconds = wait.apply(request);
        @Nullable String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (seconds.isPresent()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds.getAsInt());
            refuse(
                    response,
                    callback,
                    HttpStatus.TOO_MANY_REQUESTS_429,
                    "Too many checks from this network: try again in " + seconds.getAsInt() + " s.");
        } else if (origin == null || !origins.get().contains(origin)) {
            refuse(
                    response,
                    callback,
                    HttpStatus.FORBIDDEN_403,
                    "The server does not know this page by the address in your browser: open the one in site.url.");
        } else if (!gate.admits(request)) {
            refuse(
                    response,
                    callback,
                    HttpStatus.FORBIDDEN_403,
                    "The key in this link is not the server's: each start makes a new one. Open the link printed last.");
        } else {
            send(response, callback, HttpStatus.OK_200, "application/json", JSON.writeValueAsBytes(answer.get()));
        }
    }

    private static void refuse(Response response, Callback callback, int status, String why) {
        send(response, callback, status, "text/plain;charset=utf-8", (why + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
