/// Two seats, and what passes between them, in order.
@NullMarked
package chat.passerby.signaling.room;

import org.jspecify.annotations.NullMarked;
