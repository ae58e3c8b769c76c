/// What was done and by whom, so that nobody can change it unseen; and what is counted of it for good.
@NullMarked
package chat.passerby.signaling.moderation.audit;

import org.jspecify.annotations.NullMarked;
