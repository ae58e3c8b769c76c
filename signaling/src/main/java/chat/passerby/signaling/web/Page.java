package chat.passerby.signaling.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;

/// The page and its assets, read from the jar once, as the web client's build compressed them. A path is looked up
/// among
/// these or is not there: none leads to a file. The last handler in the row. Immutable; any thread.
public final class Page extends Handler.Abstract.NonBlocking {
    private static final String INDEX = "/index.html";
    private static final Pattern BUILD = Pattern.compile("<meta name=\"passerby-build\" content=\"([^\"]{1,64})\"");

    private static final String CHECK = "/check.html";

    private final Map<String, Asset> assets;
    private final @Nullable Asset check;
    private final String build;

    private Page(Map<String, Asset> assets, @Nullable Asset check, String build) {
        this.assets = Map.copyOf(assets);
        this.check = check;
        this.build = build;
    }

    /// The page in the jar.
    public static Page inJar() throws IOException {
        try (var resources = ResourceFactory.closeable()) {
            @Nullable Resource files = resources.newClassLoaderResource("chat/passerby/web/");
            if (files == null) throw new IOException("the page is not in the jar: was the web client built?");
            return of(files);
        }
    }

    static Page of(Resource files) throws IOException {
        var contents = new HashMap<String, byte[]>();
        for (Resource file : files.getAllResources())
            if (!file.isDirectory()) contents.put("/" + files.getPathTo(file), content(file));
        var assets = new HashMap<String, Asset>();
        contents.forEach((path, content) ->
                assets.put(path, new Asset(path, content, contents.get(path + ".br"), contents.get(path + ".gz"))));
        byte @Nullable [] index = contents.get(INDEX);
        if (index == null) throw new IOException("the page has no index.html");
        assets.put("/", new Asset(INDEX, index, contents.get(INDEX + ".br"), contents.get(INDEX + ".gz")));
        @Nullable Asset check = assets.get(CHECK);
        assets.keySet().removeIf(path -> path.startsWith(CHECK)); // not by this name: it is the hoster's to show
        return new Page(assets, check, build(index));
    }

    /// And this, which is not in the jar.
    public Page with(String path, byte[] content) {
        var more = new HashMap<>(assets);
        more.put(path, new Asset(path, content, null, null));
        return new Page(more, check, build);
    }

    private static byte[] content(Resource file) throws IOException {
        try (var in = file.newInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String build(byte[] index) throws IOException {
        Matcher meta = BUILD.matcher(new String(index, StandardCharsets.UTF_8));
        if (!meta.find()) throw new IOException("index.html has no <meta name=\"passerby-build\">");
        return meta.group(1);
    }

    /// Which build of the page this is, as the page itself says; a page of another build reloads.
    public String build() {
        return build;
    }

    /// The page for [CheckPage].
    Asset check() {
        if (check == null) throw new IllegalStateException("check.html is not in the jar: was the web client built?");
        return check;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        send(assets.get(Request.getPathInContext(request)), request, response, callback);
        return true;
    }

    /// Answers with an asset, or that there is none.
    static void send(@Nullable Asset asset, Request request, Response response, Callback callback) {
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
        } else if (asset == null) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
        } else {
            asset.describe(response.getHeaders());
            if (asset.isKnownTo(request.getHeaders())) {
                response.setStatus(HttpStatus.NOT_MODIFIED_304);
                response.write(true, BufferUtil.EMPTY_BUFFER, callback);
            } else response.write(true, asset.content(request.getHeaders(), response.getHeaders()), callback);
        }
    }
}
