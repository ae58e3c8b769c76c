package chat.passerby.signaling.console;

import chat.passerby.signaling.moderation.ModeratorId;
import chat.passerby.signaling.session.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Who is signed in, by the hash of a secret that only their browser holds. In memory: a restart signs everybody out.
/// Any thread.
final class Shifts {
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofMinutes(30);
    /// Of all moderators together. The one that began first makes room.
    static final int MOST = 1_000;

    private static final int SECRET_BITS = 256;

    private final LongSupplier clock;
    private final Map<String, Shift> open = new LinkedHashMap<>();

    /// @param clock milliseconds, steady
    Shifts(LongSupplier clock) {
        this.clock = clock;
    }

    /// Begins one.
    ///
    /// @return the secret for the browser
    synchronized String begin(ModeratorId moderator, String name) {
        long now = clock.getAsLong();
        open.values().removeIf(shift -> isOver(shift, now));
        Iterator<Shift> first = open.values().iterator();
        if (open.size() >= MOST && first.next() != null) first.remove();
        String secret = Secrets.random(SECRET_BITS);
        open.put(hash(secret), new Shift(moderator, name, now, now));
        return secret;
    }

    /// Whose secret this is, while their shift lasts.
    ///
    /// @param seen whether the moderator does something: that keeps the shift from being idle
    synchronized Optional<Shift> of(String secret, boolean seen) {
        long now = clock.getAsLong();
        return Optional.ofNullable(open.computeIfPresent(
                hash(secret), (hash, shift) -> isOver(shift, now) ? null : seen ? shift.seenAt(now) : shift));
    }

    synchronized void end(String secret) {
        open.remove(hash(secret));
    }

    private static boolean isOver(Shift shift, long now) {
        return now - shift.began() >= LONGEST.toMillis() || now - shift.seen() >= IDLE.toMillis();
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
