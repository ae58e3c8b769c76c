/// Reports and blocks, kept in a small database beside the server.
@NullMarked
package chat.passerby.signaling.moderation;

import org.jspecify.annotations.NullMarked;
