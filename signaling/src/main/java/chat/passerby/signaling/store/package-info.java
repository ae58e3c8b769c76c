/// The database file and the one thread that touches it; not what lies in it.
@NullMarked
package chat.passerby.signaling.store;

import org.jspecify.annotations.NullMarked;
