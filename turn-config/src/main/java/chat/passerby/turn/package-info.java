/// TURN settings, the credentials minted from them, and the files that keep an external relay in step.
@NullMarked
package chat.passerby.turn;

import org.jspecify.annotations.NullMarked;
