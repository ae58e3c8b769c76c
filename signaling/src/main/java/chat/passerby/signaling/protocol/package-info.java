/// The words both sides exchange, and nothing they mean.
@NullMarked
package chat.passerby.signaling.protocol;

import org.jspecify.annotations.NullMarked;
