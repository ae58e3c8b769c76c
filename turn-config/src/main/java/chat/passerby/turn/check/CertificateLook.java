package chat.passerby.turn.check;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A server's certificates, as an operator would like them described. Immutable.
///
/// @param chain the server's own first
record CertificateLook(List<X509Certificate> chain, Instant now) {
    /// Of its whole life; who renews by machine does it earlier.
    private static final int LAST_PART = 10;

    /// Whether it is still good, but should have been renewed.
    boolean nearlyOver() {
        return Duration.between(now, end())
                        .compareTo(Duration.between(begin(), end()).dividedBy(LAST_PART))
                < 0;
    }

    /// What a browser stumbles over.
    String about(Outcome outcome) {
        return switch (outcome) {
            case CERTIFICATE_DATE -> "it is good from %s to %s".formatted(date(begin()), date(end()));
            case CERTIFICATE_NAME -> "it is for " + names();
            default ->
                "it is signed by %s, and comes with %d more of the chain"
                        .formatted(own().getIssuerX500Principal().getName(), chain.size() - 1);
        };
    }

    /// Of a good one.
    @Override
    public String toString() {
        long days = Duration.between(now, end()).toDays();
        return "for %s, until %s (%d days)".formatted(names(), date(end()), days);
    }

    private X509Certificate own() {
        return chain.getFirst();
    }

    private Instant begin() {
        return own().getNotBefore().toInstant();
    }

    private Instant end() {
        return own().getNotAfter().toInstant();
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private String names() {
        try {
            @Nullable Collection<List<?>> names = own().getSubjectAlternativeNames();
            if (names != null)
                return names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.joining(", "));
        } catch (CertificateParsingException unreadable) {
            // then nothing can be read there
        }
        return "no name that counts (subjectAltName)";
    }
}
