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
import java.util.Optional;
import java.util.concurrent.Callable;
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
        Iterator<Optional<Finding>> found =
                AtOnce.run(trials, LONGEST.plusMillis(200)).iterator();
        var healths = new ArrayList<RelayHealth>();
        for (TurnServer server : servers)
            healths.add(new RelayHealth(
                    server,
                    server.urls().stream()
                            .map(url -> found.next().orElseGet(() -> new Finding(url, Outcome.SILENT, 0)))
                            .toList()));
        return healths;
    }

    private Callable<Finding> trial(String url, TurnServer server, Instant now, Deadline deadline) {
        TurnUrl parsed = Objects.requireNonNull(TurnUrl.parse(url), "settings hold TURN addresses only");
        return new Trial(url, parsed, server, now, tls, chance, deadline)::run;
    }
}
