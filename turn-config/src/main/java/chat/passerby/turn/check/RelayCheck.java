package chat.passerby.turn.check;

import chat.passerby.turn.TurnServer;
import chat.passerby.turn.TurnUrl;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/// Whether TURN servers serve visitors: at each of their addresses a relayed address is asked for with a password of
/// the visitors' kind, and given back. Immutable; any thread.
public final class RelayCheck {
    private static final Duration LONGEST = Duration.ofMillis(4_500);

    private final Tls tls;
    private final SecureRandom chance;

    /// @param tls    whom it trusts to say who a server is; browsers have a list much like the JDK's
    /// @param chance for user names
    public RelayCheck(SSLContext tls, SecureRandom chance) {
        this.tls = new Tls(tls);
        this.chance = chance;
    }

    /// With the certificate authorities that the JDK trusts.
    public RelayCheck(SecureRandom chance) throws NoSuchAlgorithmException {
        this(SSLContext.getDefault(), chance);
    }

    /// Checks all addresses of all servers at once, within five seconds; the first time ever within some more, in
    /// which ice4j starts. It waits for the network: not for a thread that has visitors to serve.
    ///
    /// @return in the order of the servers
    public List<RelayHealth> check(List<TurnServer> servers, Instant now) throws InterruptedException {
        Ice4j.warmUp();
        Deadline deadline = Deadline.in(LONGEST);
        List<Callable<Finding>> trials = servers.stream()
                .flatMap(server -> server.urls().stream().map(url -> trial(url, server, now, deadline)))
                .toList();
        // Virtual threads: an interrupt closes the socket that one waits for.
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Iterator<Future<Finding>> done = threads.invokeAll(
                            trials, LONGEST.plusMillis(200).toMillis(), TimeUnit.MILLISECONDS)
                    .iterator();
            var healths = new ArrayList<RelayHealth>();
            for (TurnServer server : servers)
                healths.add(new RelayHealth(
                        server,
                        server.urls().stream()
                                .map(url -> finding(url, done.next()))
                                .toList()));
            return healths;
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Finding> trial(String url, TurnServer server, Instant now, Deadline deadline) {
        TurnUrl parsed = Objects.requireNonNull(TurnUrl.parse(url), "settings hold TURN addresses only");
        return new Trial(url, parsed, server.login(), now, tls, chance, deadline)::run;
    }

    private static Finding finding(String url, Future<Finding> done) {
        return switch (done.state()) {
            case SUCCESS -> done.resultNow();
            case CANCELLED, RUNNING -> new Finding(url, Outcome.SILENT, 0);
            case FAILED -> throw new IllegalStateException("a bug in the check", done.exceptionNow());
        };
    }
}
