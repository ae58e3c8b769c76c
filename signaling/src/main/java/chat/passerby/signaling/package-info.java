/** Wire it by hand, top to bottom, and start. */
@NullMarked
package chat.passerby.signaling;

import org.jspecify.annotations.NullMarked;
