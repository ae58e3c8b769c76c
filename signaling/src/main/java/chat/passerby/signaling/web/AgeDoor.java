package chat.passerby.signaling.web;

import chat.passerby.signaling.config.Settings;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// `/age`: the way to the hoster's age service, where there is one. Nothing is told to it: not who comes, nor from
/// where.
/// Any thread.
public final class AgeDoor extends Handler.Abstract.NonBlocking {
    private final Settings.@Nullable Age age;

    public AgeDoor(Settings.@Nullable Age age) {
        this.age = age;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (age == null || !Request.getPathInContext(request).equals("/age")) return false;
        response.setStatus(HttpStatus.SEE_OTHER_303);
        response.getHeaders().put(HttpHeader.LOCATION, age.url().toString());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        callback.succeeded();
        return true;
    }
}
