/// Who may use the relay: a shared secret, what is made from it, and how long it counts.
@NullMarked
package chat.passerby.relay.credential;

import org.jspecify.annotations.NullMarked;
