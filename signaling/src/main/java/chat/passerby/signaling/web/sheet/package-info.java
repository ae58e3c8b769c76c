/// Write the pages that are only read, and take the one form there is: no script runs on any of them.
@NullMarked
package chat.passerby.signaling.web.sheet;

import org.jspecify.annotations.NullMarked;
