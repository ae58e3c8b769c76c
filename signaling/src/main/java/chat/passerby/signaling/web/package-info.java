/// Serve the page, and say to every browser what the page may do.
@NullMarked
package chat.passerby.signaling.web;

import org.jspecify.annotations.NullMarked;
