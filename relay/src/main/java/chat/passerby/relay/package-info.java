/// A STUN and TURN server (RFC 8489, RFC 8656), to run by itself or inside another program: [Relay] starts it.
@NullMarked
package chat.passerby.relay;

import org.jspecify.annotations.NullMarked;
