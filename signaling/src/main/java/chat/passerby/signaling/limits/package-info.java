/// How much one visitor or network may do in a while: one table.
@NullMarked
package chat.passerby.signaling.limits;

import org.jspecify.annotations.NullMarked;
