/// What an operator's machines ask: alive, ready.
@NullMarked
package chat.passerby.signaling.ops;

import org.jspecify.annotations.NullMarked;
