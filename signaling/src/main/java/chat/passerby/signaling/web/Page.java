package chat.passerby.signaling.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;

/// The page and its assets, read from the jar once, as the web client's build compressed them. A path is looked up
/// among
/// these or is not there: none leads to a file. The last handler in the row. Immutable; any thread.
public final class Page extends Handler.Abstract.NonBlocking {
    private static final String INDEX = "/index.html";
    private static final String MODERATORS = "/moderate";
    private static final String MODERATORS_PAGE = MODERATORS + ".html";
    /// For the server to put words in; nobody is shown it without.
    private static final String SHEET = "/sheet.html";

    private static final Pattern BUILD = Pattern.compile("<meta name=\"passerby-build\" content=\"([^\"]{1,64})\"");

    private static final String CHECK = "/check.html";

    private final Map<String, Asset> assets;
    private final @Nullable Asset check;
    private final String build;
    private final String sheet;

    private Page(Map<String, Asset> assets, @Nullable Asset check, String build, String sheet) {
        this.assets = Map.copyOf(assets);
        this.check = check;
        this.build = build;
        this.sheet = sheet;
    }

    /// The page in the jar.
    public static Page inJar() throws IOException {
        try (var resources = ResourceFactory.closeable()) {
            return of(files(resources));
        }
    }

    /// The moderators' page in the jar: a page by itself, since it is there for some only.
    public static Page forModerators() throws IOException {
        try (var resources = ResourceFactory.closeable()) {
            return forModerators(files(resources));
        }
    }

    private static Resource files(ResourceFactory resources) throws IOException {
        @Nullable Resource files = resources.newClassLoaderResource("chat/passerby/web/");
        if (files == null) throw new IOException("the page is not in the jar: was the web client built?");
        return files;
    }

    static Page of(Resource files) throws IOException {
        Map<String, byte[]> contents = contents(files, path -> !path.startsWith(MODERATORS));
        byte @Nullable [] index = contents.get(INDEX);
        byte @Nullable [] sheet = contents.get(SHEET);
        if (index == null || sheet == null)
            throw new IOException("the page lacks index.html or sheet.html: was the web client built?");
        Map<String, Asset> assets = assets(contents);
        assets.put("/", asset(INDEX, index, contents));
        @Nullable Asset check = assets.get(CHECK);
        // Not by these names: the one is the hoster's to show, the other a frame without words.
        assets.keySet().removeIf(path -> path.startsWith(CHECK) || path.startsWith(SHEET));
        return new Page(assets, check, build(index), new String(sheet, StandardCharsets.UTF_8));
    }

    /// And this, which is not in the jar.
    public Page with(String path, byte[] content) {
        var more = new HashMap<>(assets);
        more.put(path, new Asset(path, content, null, null));
        return new Page(more, check, build, sheet);
    }

    static Page forModerators(Resource files) throws IOException {
        Map<String, byte[]> contents = contents(files, path -> path.startsWith(MODERATORS));
        byte @Nullable [] page = contents.get(MODERATORS_PAGE);
        if (page == null) throw new IOException("the page has no moderate.html");
        Map<String, Asset> assets = assets(contents);
        assets.keySet().removeIf(path -> path.startsWith(MODERATORS_PAGE));
        assets.put(MODERATORS, asset(MODERATORS_PAGE, page, contents));
        return new Page(assets, null, "", "");
    }

    private static Map<String, byte[]> contents(Resource files, Predicate<String> which) throws IOException {
        var contents = new HashMap<String, byte[]>();
        for (Resource file : files.getAllResources()) {
            if (file.isDirectory()) continue;
            String path = "/" + files.getPathTo(file);
            if (which.test(path)) contents.put(path, content(file));
        }
        return contents;
    }

    private static Map<String, Asset> assets(Map<String, byte[]> contents) {
        var assets = new HashMap<String, Asset>();
        contents.forEach((path, content) -> assets.put(path, asset(path, content, contents)));
        return assets;
    }

    private static Asset asset(String path, byte[] content, Map<String, byte[]> contents) {
        return new Asset(path, content, contents.get(path + ".br"), contents.get(path + ".gz"));
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

    /// The frame of pages that are only read: a document with `{{places}}` for words.
    public String sheet() {
        return sheet;
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
            asset.send(request, response, callback);
        }
    }
}
