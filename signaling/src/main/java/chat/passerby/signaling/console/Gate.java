package chat.passerby.signaling.console;

import static chat.passerby.signaling.console.Reply.refused;

import chat.passerby.signaling.config.Origin;
import chat.passerby.signaling.console.Reply.Refusal;
import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.protocol.Bodies;
import chat.passerby.signaling.protocol.Body;
import chat.passerby.signaling.session.NetworkId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Who may ask what. A question comes from our own page alone: the `Origin` is ours, and with a body of JSON and a
/// header of our own no foreign page could send it without asking first, which is answered by nobody. Any thread.
final class Gate {
    private static final int MOST = 16 * 1024;
    private static final String MARK = "Passerby-Console";
    /// Who asks: somebody pressed something, or the page looks again by itself, which keeps no shift from ending.
    private static final String PERSON = "moderator";

    private static final String PAGE = "page";

    private final NetworkLimits<NetworkId> limits;
    private final Function<Request, NetworkId> networks;
    private final Supplier<Origin> address;
    private final Shifts shifts;
    private final Bodies bodies = new Bodies();

    /// @param networks where a request comes from
    /// @param address  under which the page is opened
    Gate(
            NetworkLimits<NetworkId> limits,
            Function<Request, NetworkId> networks,
            Supplier<Origin> address,
            Shifts shifts) {
        this.limits = limits;
        this.networks = networks;
        this.address = address;
        this.shifts = shifts;
    }

    /// Whether a question is let in.
    sealed interface Passage {}

    record Shut(Reply reply) implements Passage {}

    record Stranger(Ask.Outside ask) implements Passage {}

    record Known(Ask.Inside ask, String secret, Shift shift) implements Passage {}

    Passage let(Request request, String word) {
        NetworkId network = networks.apply(request);
        if (!limits.spend(Limit.CONSOLE, network)) return tooFast();
        @Nullable Reply foreign = foreign(request);
        if (foreign != null) return turnAway(foreign);
        Optional<Class<? extends Ask>> asked = Ask.named(word);
        if (asked.isEmpty()) return shut(Refusal.NOTHING, "there is no such question");
        if (Ask.Outside.class.isAssignableFrom(asked.get()))
            return limits.spend(Limit.SIGN_IN, network) ? body(request, asked.get(), null, null) : tooFast();
        Optional<String> secret = Cookie.of(request);
        Optional<Shift> shift = secret.flatMap(held -> shifts.of(held, PERSON.equals(mark(request))));
        if (shift.isEmpty()) return shut(Refusal.SIGNED_OUT, "sign in first");
        return body(request, asked.get(), secret.get(), shift.get());
    }

    private @Nullable Reply foreign(Request request) {
        HttpFields headers = request.getHeaders();
        if (!HttpMethod.POST.is(request.getMethod())) return refused(Refusal.METHOD, "ask by POST");
        String ours = address.get().toString();
        if (!ours.equals(headers.get(HttpHeader.ORIGIN)))
            return refused(Refusal.FOREIGN, "only the page at " + ours + Console.HOME + " may ask this");
        if (!Set.of(PERSON, PAGE).contains(mark(request)) || !sameSite(headers.get("Sec-Fetch-Site")))
            return refused(Refusal.FOREIGN, "only our own page may ask this");
        if (!isJson(headers.get(HttpHeader.CONTENT_TYPE)))
            return refused(Refusal.TYPE, "the content type must be application/json");
        return null;
    }

    private static String mark(Request request) {
        String mark = request.getHeaders().get(MARK);
        return mark == null ? "" : mark;
    }

    /// As current browsers say by themselves; older ones say nothing.
    private static boolean sameSite(@Nullable String site) {
        return site == null || site.equals("same-origin");
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private Passage body(Request request, Class<? extends Ask> asked, @Nullable String secret, @Nullable Shift shift) {
        byte[] sent;
        try (InputStream content = Content.Source.asInputStream(request)) {
            sent = content.readNBytes(MOST + 1);
        } catch (IOException broken) {
            return shut(Refusal.INVALID, "the body broke off");
        }
        if (sent.length > MOST) return shut(Refusal.TOO_BIG, "the body must have at most " + MOST + " bytes");
        return switch (bodies.read(sent, asked)) {
            case Body.Invalid(String detail) -> shut(Refusal.INVALID, detail);
            case Body.Valid(Ask.Outside ask) -> new Stranger(ask);
            case Body.Valid(Ask.Inside ask) when secret != null && shift != null -> new Known(ask, secret, shift);
            case Body.Valid(Ask.Inside _) -> shut(Refusal.SIGNED_OUT, "sign in first");
        };
    }

    private static Passage tooFast() {
        return turnAway(refused(Refusal.TOO_FAST, "too many questions from your network; wait a minute"));
    }

    private static Passage turnAway(Reply reply) {
        Counter.TURNED_AWAY.increment();
        return new Shut(reply);
    }

    private static Passage shut(Refusal code, String detail) {
        return new Shut(refused(code, detail));
    }
}
