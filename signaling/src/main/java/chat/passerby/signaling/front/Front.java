package chat.passerby.signaling.front;

import chat.passerby.signaling.connection.Clock;
import chat.passerby.signaling.connection.Gate;
import chat.passerby.signaling.connection.House;
import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.moderation.Appeals;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.moderation.Outcomes;
import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.protocol.Inquiry;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What visitors post under `/api/`. A page of another origin gets nothing, and no cookie says who asks: whoever holds
/// a
/// code may know what it tells. Any other path is another handler's. Any thread; it may wait for the disk.
public final class Front extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    private final Gate gate;
    private final NetworkLimits<NetworkId> networks;
    private final Map<String, Window> windows;

    private Front(Gate gate, NetworkLimits<NetworkId> networks, Map<String, Window> windows) {
        this.gate = gate;
        this.networks = networks;
        this.windows = windows;
    }

    public static Front of(Gate gate, House house, Office office) {
        Codes codes = new Codes(new Outcomes(office), new Appeals(office, house.measures()), house.cases());
        return new Front(
                gate,
                house.networks(),
                Map.of(
                        "/api/outcome", Window.forJson(Inquiry.Outcome.class, Limit.CODES, codes::outcome),
                        "/api/statement", Window.forJson(Inquiry.Reasons.class, Limit.CODES, codes::reasons),
                        "/api/appeal", Window.forJson(Inquiry.Appeal.class, Limit.APPEALS, codes::appeal),
                        "/api/frame", new Window("image/jpeg", Bounds.FRAME, Limit.FRAMES, codes::frame)));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        @Nullable Window window = windows.get(Request.getPathInContext(request));
        if (window == null) return false;
        answer(request, window).write(response, callback);
        return true;
    }

    private Answer answer(Request request, Window window) {
        if (!HttpMethod.POST.is(request.getMethod())) return Answer.refused(Fault.POST_ONLY, "say POST");
        @Nullable String objection = gate.objection(request);
        if (objection != null) {
            Counter.TURNED_AWAY.increment();
            return Answer.refused(Fault.FOREIGN_ORIGIN, objection);
        }
        // A page elsewhere could post the types that forms have, and would be asked first for any other (CORS).
        if (!window.type().equals(request.getHeaders().get(HttpHeader.CONTENT_TYPE)))
            return Answer.refused(Fault.CONTENT_TYPE, "Content-Type must be " + window.type());
        NetworkId network = gate.network(request);
        if (!networks.spend(window.row(), network)) {
            Counter.TOO_FAST.increment();
            return Answer.tooFast(words(window.row()), networks.retryAfter(window.row(), network));
        }
        return switch (Body.of(request, window.most())) {
            case Body.Not(Fault fault, String detail) -> Answer.refused(fault, detail);
            case Body.Whole(byte[] bytes) -> ask(window, request, bytes);
        };
    }

    private static Answer ask(Window window, Request request, byte[] body) {
        try {
            return window.clerk().answer(request.getHeaders(), body, Instant.ofEpochMilli(Clock.wall()));
        } catch (StorageException e) {
            LOG.error("A visitor's question could not be answered. {}", e.getMessage());
            return Answer.refused(Fault.STORAGE, "the database does not answer, try again later");
        }
    }

    private static String words(Limit row) {
        return row.perMinute() + " a minute (" + row.name().toLowerCase(Locale.ROOT) + ")";
    }
}
