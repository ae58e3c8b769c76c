package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.config.About;
import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.moderation.Kept;
import chat.passerby.signaling.moderation.Notices;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.web.SecurityHeaders;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/rules`, `/privacy`, `/transparency` and `/notice`. Any other path is another handler's. Any thread, apart from
/// [#refresh]; some answers wait for the disk.
public final class Sheets extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Sheets.class);

    private final HosterPage rules;
    private final HosterPage privacy;
    private final TransparencyPage figures;
    private final NoticePage notice;

    /// What the pages tell of, and by whom.
    ///
    /// @param kept by which the server deletes
    public record Matter(
            About about, List<Kept> kept, TransparencyPage.Source months, Notices notices, Callers callers) {
        public Matter {
            kept = List.copyOf(kept);
        }
    }

    /// @param frame a document with places for words
    public Sheets(String frame, Matter matter, SecurityHeaders headers, InstantSource clock) throws InvalidSettings {
        About about = matter.about;
        Sheet sheet = new Sheet(frame, about);
        HosterText ofRules = new HosterText(Key.SITE_RULES_FILE, about.rules(), "rules.md");
        rules = new HosterPage(ofRules, words -> RulesSheet.of(words, ofRules, sheet, about));
        privacy = new HosterPage(
                new HosterText(Key.SITE_PRIVACY_FILE, about.privacy(), "privacy.md"),
                words -> PrivacySheet.of(words, matter.kept, sheet, about));
        figures = new TransparencyPage(matter.months, sheet, clock);
        notice = new NoticePage(sheet, headers, matter.notices, matter.callers, clock);
    }

    /// Looks at the hoster's files again; to be called every few seconds, by one thread.
    public void refresh() {
        rules.refresh();
        privacy.refresh();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        boolean form = path.equals("/notice") || path.equals("/notice/outcome");
        if (form && HttpMethod.POST.is(request.getMethod())) return post(path, request, response, callback);
        boolean read = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        return read ? get(path, request, response, callback) : false;
    }

    private boolean post(String path, Request request, Response response, Callback callback) throws IOException {
        if (path.equals("/notice")) notice.take(request, response, callback);
        else notice.tell(request, response, callback);
        return true;
    }

    private boolean get(String path, Request request, Response response, Callback callback) {
        switch (path) {
            case "/rules" -> rules.asset().send(request, response, callback);
            case "/privacy" -> privacy.asset().send(request, response, callback);
            case "/transparency", "/transparency.json" -> figures(path, request, response, callback);
            case "/notice" -> notice.show(request, response, callback);
            case "/notice/outcome" -> {
                response.setStatus(HttpStatus.SEE_OTHER_303);
                response.getHeaders().put(HttpHeader.LOCATION, "/notice#outcome");
                callback.succeeded();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void figures(String path, Request request, Response response, Callback callback) {
        try {
            (path.endsWith(".json") ? figures.json() : figures.html()).send(request, response, callback);
        } catch (StorageException e) {
            LOG.error("The figures could not be read. {}", e.getMessage());
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        }
    }
}
