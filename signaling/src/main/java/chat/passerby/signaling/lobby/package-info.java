/// Who waits, who is paired, who must not meet again: rules without I/O, clock or chance of their own.
@NullMarked
package chat.passerby.signaling.lobby;

import org.jspecify.annotations.NullMarked;
