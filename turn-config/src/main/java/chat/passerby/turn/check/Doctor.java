package chat.passerby.turn.check;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.X509ExtendedTrustManager;

/// Tells a hoster how TURN servers are, and what to change. Unlike [RelayCheck] it tries what only attackers would, and
/// uses up quotas for a moment: for a person who asks, not for a clock. Immutable; any thread.
public final class Doctor {
    private static final Duration LONGEST = Duration.ofSeconds(13);

    private final X509ExtendedTrustManager browser;
    private final SecureRandom chance;

    /// With the certificate authorities that the JDK trusts.
    public Doctor(SecureRandom chance) {
        this(Witness.usual(), chance);
    }

    /// @param browser whom browsers trust to say who a server is
    /// @param chance  for user names
    public Doctor(X509ExtendedTrustManager browser, SecureRandom chance) {
        this.browser = browser;
        this.chance = chance;
    }

    /// Looks at all of them at once, within thirteen seconds; mostly within one.
    public Diagnosis examine(List<Patient> patients, Instant now) throws InterruptedException {
        Ice4j.warmUp();
        List<Callable<List<Line>>> examinations = patients.stream()
                .<Callable<List<Line>>>map(patient -> new Examination(patient, browser, chance, now)::run)
                .toList();
        return new Diagnosis(AtOnce.run(examinations, LONGEST).stream()
                .flatMap(Optional::stream)
                .flatMap(Collection::stream)
                .toList());
    }
}
