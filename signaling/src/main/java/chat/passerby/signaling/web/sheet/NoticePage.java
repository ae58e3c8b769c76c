package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.moderation.Code;
import chat.passerby.signaling.moderation.NoticeOutcome;
import chat.passerby.signaling.moderation.Notices;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.web.Asset;
import chat.passerby.signaling.web.SecurityHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The form for a notice about an intimate picture, and what became of one: plain forms, no script, no cookie, and the
/// code never in an address. Any thread; an answer waits for the disk.
final class NoticePage {
    private static final Logger LOG = LoggerFactory.getLogger(NoticePage.class);

    private static final String TITLE = "An intimate picture of you";
    private static final String PATH = "/notice";

    private final Sheet sheet;
    private final SecurityHeaders headers;
    private final Notices notices;
    private final Callers callers;
    private final InstantSource clock;
    private final Asset form;

    NoticePage(Sheet sheet, SecurityHeaders headers, Notices notices, Callers callers, InstantSource clock) {
        this.sheet = sheet;
        this.headers = headers;
        this.notices = notices;
        this.callers = callers;
        this.clock = clock;
        form = Asset.written("/notice.html", sheet.page(TITLE, PATH, NoticeSheet.form(Draft.EMPTY, Map.of())));
    }

    /// Shows the empty form.
    void show(Request request, Response response, Callback callback) {
        headers.allowForms(response.getHeaders());
        form.send(request, response, callback);
    }

    /// What one page answers.
    private record Said(int status, String title, Html main) {}

    /// Takes a notice.
    void take(Request request, Response response, Callback callback) throws IOException {
        @Nullable Said hindrance = hindrance(Limit.NOTICES, request, response);
        @Nullable Form sent = hindrance == null ? Form.read(request) : null;
        if (hindrance != null) answer(response, callback, hindrance);
        else answer(response, callback, sent == null ? unread() : file(Draft.of(sent)));
    }

    private Said file(Draft draft) {
        Map<String, String> problems = draft.problems();
        if (!problems.isEmpty())
            return new Said(
                    HttpStatus.UNPROCESSABLE_ENTITY_422, "Not sent yet: " + TITLE, NoticeSheet.form(draft, problems));
        Instant now = clock.instant();
        try {
            Optional<Code> code = notices.file(draft.notice(), now);
            return code.map(held -> new Said(
                            HttpStatus.OK_200, "We have your notice", NoticeSheet.thanks(held, now.plus(Notices.DUE))))
                    .orElseGet(() -> unstored("Too many notices wait here already.", draft));
        } catch (StorageException e) {
            LOG.error("A notice about an intimate picture could not be stored. {}", e.getMessage());
            return unstored("Your notice could not be stored; the fault is ours.", draft);
        }
    }

    private static Said unstored(String why, Draft draft) {
        return new Said(
                HttpStatus.SERVICE_UNAVAILABLE_503,
                "Not stored",
                NoticeSheet.hindrance(
                        "Not stored",
                        why
                                + " Please send it once more in a while, or write to whoever runs this place: see the foot of"
                                + " this page.",
                        NoticeSheet.form(draft, Map.of())));
    }

    /// Tells what became of a notice.
    void tell(Request request, Response response, Callback callback) throws IOException {
        @Nullable Said hindrance = hindrance(Limit.CODES, request, response);
        @Nullable Form sent = hindrance == null ? Form.read(request) : null;
        if (hindrance != null) answer(response, callback, hindrance);
        else answer(response, callback, sent == null ? unread() : outcome(sent.text("code")));
    }

    private Said outcome(String typed) {
        try {
            Optional<Code> code = Code.parse(typed);
            Optional<NoticeOutcome> outcome = code.isEmpty() ? Optional.empty() : notices.outcome(code.get());
            return outcome.map(found -> new Said(HttpStatus.OK_200, "Your notice", NoticeSheet.outcome(found, typed)))
                    .orElseGet(() -> new Said(
                            HttpStatus.NOT_FOUND_404,
                            "No such code",
                            NoticeSheet.hindrance(
                                    "No such code",
                                    "No notice has this code. It has 16 letters and digits, and is forgotten some time after"
                                            + " the decision.",
                                    NoticeSheet.lookup(typed))));
        } catch (StorageException e) {
            return new Said(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "Not now",
                    NoticeSheet.hindrance(
                            "Not now",
                            "The database does not answer. Please try again in a while.",
                            NoticeSheet.lookup(typed)));
        }
    }

    private @Nullable Said hindrance(Limit row, Request request, Response response) {
        if (!callers.fromHere(request))
            return new Said(
                    HttpStatus.FORBIDDEN_403,
                    "Not from here",
                    NoticeSheet.hindrance(
                            "Not from here",
                            "This form was sent from another page, or your browser does not say from which. Please fill it"
                                    + " in here.",
                            new Html("<p><a href=\"/notice\">To the form</a></p>")));
        int seconds = callers.spend(row, request);
        if (seconds == 0) return null;
        response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds);
        return new Said(
                HttpStatus.TOO_MANY_REQUESTS_429,
                "Too often",
                NoticeSheet.hindrance(
                        "Too often",
                        "From your network this was sent many times just now. Go back, and send it once more in a"
                                + " minute.",
                        Html.NOTHING));
    }

    private static Said unread() {
        return new Said(
                HttpStatus.BAD_REQUEST_400,
                "Not understood",
                NoticeSheet.hindrance(
                        "Not understood",
                        "What arrived is no form of ours, or much too long. Nothing was stored.",
                        new Html("<p><a href=\"/notice\">To the form</a></p>")));
    }

    /// Kept by nobody: it may hold a code, and what somebody wrote.
    private void answer(Response response, Callback callback, Said said) {
        ByteBuffer page = StandardCharsets.UTF_8.encode(sheet.page(said.title, PATH, said.main));
        response.setStatus(said.status);
        headers.allowForms(response.getHeaders());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Robots-Tag", "noindex");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.remaining());
        response.write(true, page, callback);
    }
}
