/** A server, browsers, and visitors who sit at them; what must be true of Passerby is said by the stories. */
@NullMarked
package chat.passerby.e2e.stage;

import org.jspecify.annotations.NullMarked;
