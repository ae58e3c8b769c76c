package chat.passerby.signaling.console;

import chat.passerby.signaling.moderation.ModeratorId;

/// One moderator's time at the console, from signing in to signing out. Immutable.
///
/// @param began when they signed in, in milliseconds of a steady clock
/// @param seen  when they last asked for something
record Shift(ModeratorId moderator, String name, long began, long seen) {
    Shift seenAt(long now) {
        return new Shift(moderator, name, began, now);
    }
}
