/// Which ICE servers a visitor is told, and what may stand in a candidate.
@NullMarked
package chat.passerby.signaling.ice;

import org.jspecify.annotations.NullMarked;
