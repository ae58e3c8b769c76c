/// Whom the relay reaches: the public internet, itself where somebody waits, and nobody else.
@NullMarked
package chat.passerby.relay.peer;

import org.jspecify.annotations.NullMarked;
