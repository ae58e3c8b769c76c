package chat.passerby.signaling.moderation;

import java.time.Instant;

/// With which a moderator makes a passkey, once. Immutable.
public record Invitation(ModeratorId moderator, Code code, Instant expires) {}
