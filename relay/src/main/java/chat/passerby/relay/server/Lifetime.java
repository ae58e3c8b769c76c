package chat.passerby.relay.server;

import chat.passerby.relay.credential.Now;
import chat.passerby.relay.credential.Username;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.StunMessage;
import java.nio.ByteBuffer;

/// How long an allocation lives without a refresh, in seconds (RFC 8656, sections 3.2 and 7.2).
final class Lifetime {
    static final long DEFAULT = 600;
    static final long MOST = 3_600;
    /// A call may outlast its credential by so much: the one who hung up must not keep the relay for ever.
    static final long PAST_EXPIRY = 4 * 3_600;

    private Lifetime() {}

    /// Whether LIFETIME is missing or a number.
    static boolean wellFormed(StunMessage request) {
        return !request.has(Attribute.LIFETIME) || request.value(Attribute.LIFETIME).length == 4;
    }

    /// What is asked for; the default where nothing is.
    static long asked(StunMessage request) {
        if (!request.has(Attribute.LIFETIME)) return DEFAULT;
        return ByteBuffer.wrap(request.value(Attribute.LIFETIME)).getInt() & 0xffff_ffffL;
    }

    /// What is given, to live on: within the bounds, and until the user's time is over.
    static long given(StunMessage request, Username user, Now now) {
        long bounded = Math.clamp(asked(request), DEFAULT, MOST);
        return Math.clamp(left(user, now), 0, bounded);
    }

    /// Seconds for which this user may go on holding what there is.
    static long left(Username user, Now now) {
        return user.expiry() + PAST_EXPIRY - now.epochSecond();
    }
}
