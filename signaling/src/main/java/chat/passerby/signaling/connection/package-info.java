/// One live WebSocket, from upgrade to close.
@NullMarked
package chat.passerby.signaling.connection;

import org.jspecify.annotations.NullMarked;
