package chat.passerby.signaling.ice;

import chat.passerby.turn.check.Finding;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How one address of a TURN server is, as operators and their programs are told. Immutable.
///
/// @param url     as visitors are told it
/// @param works   whether a visitor with a password is served
/// @param outcome what was seen, in a word
/// @param says    the same in words for people, to stand behind the address
/// @param error   the TURN server's own number for a refusal, else 0
/// @param since   when it was first seen like this
/// @param looked  when it was last seen like this
public record RelayState(
        String url, boolean works, String outcome, String says, int error, Instant since, Instant looked) {
    static RelayState of(Finding finding, @Nullable RelayState before, Instant now) {
        Instant since = before != null && before.same(finding) ? before.since : now;
        return new RelayState(
                finding.url(),
                finding.works(),
                word(finding),
                finding.outcome().toString(),
                finding.error(),
                since,
                now);
    }

    /// Whether a look found what the one before it had.
    boolean same(Finding finding) {
        return outcome.equals(word(finding));
    }

    private static String word(Finding finding) {
        return finding.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
