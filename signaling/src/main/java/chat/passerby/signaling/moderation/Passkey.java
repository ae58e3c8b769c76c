package chat.passerby.signaling.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a moderator signs in with (WebAuthn). Nothing in it is secret. Immutable.
///
/// @param credential its name, base64url
/// @param publicKey  COSE, base64url
/// @param counter    of signatures, as the authenticator counts
public record Passkey(
        String credential,
        ModeratorId moderator,
        String publicKey,
        long counter,
        Instant created,
        @Nullable Instant used) {}
