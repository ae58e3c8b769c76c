/** Real browsers meet on the packaged jar, and each sees and hears the other. */
@NullMarked
package chat.passerby.e2e;

import org.jspecify.annotations.NullMarked;
