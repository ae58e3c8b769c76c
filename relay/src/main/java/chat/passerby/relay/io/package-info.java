/// Sockets and event loops: what carries out what the rules decide.
@NullMarked
package chat.passerby.relay.io;

import org.jspecify.annotations.NullMarked;
