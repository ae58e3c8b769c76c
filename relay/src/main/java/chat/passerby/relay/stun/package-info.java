/// STUN and TURN messages as they stand on the wire (RFC 8489, RFC 8656): read, checked, signed and written.
@NullMarked
package chat.passerby.relay.stun;

import org.jspecify.annotations.NullMarked;
