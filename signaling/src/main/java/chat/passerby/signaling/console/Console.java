package chat.passerby.signaling.console;

import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.protocol.Bodies;
import chat.passerby.signaling.web.Page;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// `/moderate` and all below it. While there is no moderator, nothing of it is there. Any thread; what is asked may
/// wait for the disk.
public final class Console extends Handler.Abstract {
    static final String HOME = "/moderate";
    private static final String API = HOME + "/api/";
    /// The page needs no camera, and nothing else of the device but its passkeys.
    private static final String PERMISSIONS =
            "camera=(), microphone=(), display-capture=(), geolocation=(), midi=(), payment=(), usb=()";

    private final Page page;
    private final Doors doors;
    private final Gate gate;
    private final Staff staff;
    private final Bodies bodies = new Bodies();

    /// @param page what the moderators' browsers load
    public Console(Page page, Premises premises) {
        this.page = page;
        Moderators moderators = new Moderators(premises.office());
        Shifts shifts = new Shifts(premises.steady());
        doors = new Doors(moderators, premises.steady());
        gate = new Gate(premises.limits(), premises.networks(), premises.address(), shifts);
        staff = new Staff(premises, moderators, shifts);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.equals(HOME) && !path.startsWith(HOME + "/")) return false;
        // By no other spelling: what a proxy allows or forbids by this path must be all that leads here.
        if (!path.equals(request.getHttpURI().getPath()) || !doors.areOpen()) return false;
        response.getHeaders().put("Permissions-Policy", PERMISSIONS);
        if (!path.startsWith(API)) return page.handle(request, response, callback);
        send(reply(request, path.substring(API.length())), response, callback);
        return true;
    }

    private Reply reply(Request request, String word) {
        return switch (gate.let(request, word)) {
            case Gate.Shut(Reply reply) -> reply;
            case Gate.Stranger(Ask.Outside ask) -> staff.outside(ask);
            case Gate.Known(Ask.Inside ask, String secret, Shift shift) -> staff.inside(ask, secret, shift);
        };
    }

    private void send(Reply reply, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        switch (reply) {
            case Reply.Json(Object body) -> json(HttpStatus.OK_200, body, response, callback);
            case Reply.Done() -> json(HttpStatus.OK_200, new Empty(), response, callback);
            case Reply.SignedIn(String secret, Object body) -> {
                response.getHeaders().put(HttpHeader.SET_COOKIE, Cookie.holding(secret));
                json(HttpStatus.OK_200, body, response, callback);
            }
            case Reply.SignedOut() -> {
                response.getHeaders().put(HttpHeader.SET_COOKIE, Cookie.GONE);
                json(HttpStatus.OK_200, new Empty(), response, callback);
            }
            case Reply.Picture(byte[] jpeg) -> {
                response.getHeaders().put("Content-Disposition", "inline; filename=\"frame.jpg\"");
                write(HttpStatus.OK_200, "image/jpeg", jpeg, response, callback);
            }
            case Reply.Download(String name, String type, byte[] content) -> {
                response.getHeaders().put("Content-Disposition", "attachment; filename=\"" + name + "\"");
                write(HttpStatus.OK_200, type, content, response, callback);
            }
            case Reply.Refused(Reply.Refusal code, String detail) ->
                json(code.status(), new Problem(code.code(), detail), response, callback);
        }
    }

    private void json(int status, Object body, Response response, Callback callback) {
        write(status, "application/json", bodies.write(body), response, callback);
    }

    private static void write(int status, String type, byte[] content, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
        response.write(true, ByteBuffer.wrap(content), callback);
    }

    private record Empty() {}

    private record Problem(String code, String detail) {}
}
