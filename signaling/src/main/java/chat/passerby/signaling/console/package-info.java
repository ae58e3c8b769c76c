/// The moderators' console: who may sign in to it, and what is read and decided there. Closed to everybody else.
@NullMarked
package chat.passerby.signaling.console;

import org.jspecify.annotations.NullMarked;
