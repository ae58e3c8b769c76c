/// What people wrote, said or showed, unreadable without a key that is not in the database.
@NullMarked
package chat.passerby.signaling.moderation.evidence;

import org.jspecify.annotations.NullMarked;
