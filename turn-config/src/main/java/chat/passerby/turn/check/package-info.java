/// Whether a TURN server does for visitors what it is there for: asked as a browser asks, by ice4j.
@NullMarked
package chat.passerby.turn.check;

import org.jspecify.annotations.NullMarked;
