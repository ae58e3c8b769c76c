package chat.passerby.signaling.moderation;

import java.time.Instant;

/// A moderator. Immutable.
///
/// @param handle   WebAuthn's user handle: random, and says nothing about the person
/// @param passkeys how many they can sign in with; 0: they have not followed their invitation
public record Person(ModeratorId id, String name, UserHandle handle, Instant created, int passkeys) {}
